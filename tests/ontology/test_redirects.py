"""The rules for w3id: where each kind of name leads, by a reading of the rules and by Apache where there is one."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pyoxigraph as ox
import pytest
from redirects import BROWSER, HOME, RULES, answer

from qontology.assets import files
from qontology.exchange import FORMATS, PARTS
from qontology.writing import FORMS

PROTEGE = "application/rdf+xml, application/xml; q=0.7, text/xml; q=0.6, */*; q=0.09"

TABLE = [
    ("ns", "text/turtle", "latest/ontology.ttl"),
    ("ns", "application/rdf+xml", "latest/ontology.rdf"),
    ("ns", "application/ld+json", "latest/ontology.jsonld"),
    ("ns", "application/n-triples", "latest/ontology.nt"),
    ("ns", BROWSER, "latest/en/terms.html"),
    ("ns", PROTEGE, "latest/ontology.rdf"),
    ("ns", "*/*", "latest/ontology.ttl"),
    ("ns", "", "latest/ontology.ttl"),
    ("ns", "image/png", "latest/ontology.ttl"),
    ("ns", "text/turtle, text/html;q=0.5", "latest/ontology.ttl"),
    ("ns/0.1.0", "text/turtle", "0.1.0/ontology.ttl"),
    ("ns/0.1.0", BROWSER, "0.1.0/en/terms.html"),
    ("scheme/status/announced", BROWSER, "latest/en/scheme/status/announced.html"),
    ("vocabulary/status", BROWSER, "latest/en/concepts.html"),
    ("shapes", BROWSER, "latest/en/shapes.html"),
    ("data/links", BROWSER, "latest/en/about.html"),
    ("id/passage/paper-2022-abstract-zh", BROWSER, "latest/en/find.html?name=id/passage/paper-2022-abstract-zh"),
    ("module/core", "application/ld+json", "latest/ontology.jsonld"),
    ("module/core/0.1.0", "application/rdf+xml", "0.1.0/ontology.rdf"),
    ("scheme/status", "text/turtle", "latest/vocabularies.ttl"),
    ("scheme/status/announced", "application/n-triples", "latest/vocabularies.nt"),
    ("id/alliance/qutac", "text/turtle", "latest/data.ttl"),
    ("id/alliance/qutac", BROWSER, "latest/en/id/alliance/qutac.html"),
    ("id/passage/paper-2022-sec3.4-4-p2", "application/rdf+xml", "latest/data.rdf"),
    ("data/links", "application/ld+json", "latest/data.jsonld"),
    ("data/links/0.1.0", "text/turtle", "0.1.0/data.ttl"),
    ("shapes", "text/turtle", "latest/shapes.ttl"),
    ("shapes/0.1.0", "text/turtle", "0.1.0/shapes.ttl"),
    ("alignment/prov", "application/rdf+xml", "latest/alignments.rdf"),
    ("alignment/schema-org/0.1.0", "text/turtle", "0.1.0/alignments.ttl"),
    ("", BROWSER, "latest/en/about.html"),
    ("", "text/turtle", "latest/void.ttl"),
    ("dataset", "application/ld+json", "latest/dataset.jsonld"),
    ("dataset/ontology", "application/rdf+xml", "latest/void.ttl"),
    ("dataset.nq", BROWSER, "latest/all.nq"),
    ("catalog", "*/*", "latest/dcat.ttl"),
    ("query/goals/of-alliance", BROWSER, "latest/en/query/goals/of-alliance.html"),
    ("query/goals/of-alliance", "text/turtle", "latest/queries.ttl"),
    ("sparql/service", "*/*", "latest/service.ttl"),
    ("mappings", "*/*", "latest/mappings.sssom.tsv"),
    ("context.jsonld", "application/ld+json", "latest/context.jsonld"),
    ("nothing", "text/turtle", None),
    ("ns/0.1.0/more", "text/turtle", None),
    ("id/alliance", "text/turtle", None),
    ("dataset.exe", "*/*", None),
]


@pytest.mark.parametrize(("path", "accept", "target"), TABLE)
def test_a_name_leads_where_the_table_says(path: str, accept: str, target: str | None) -> None:
    expected = (303, f"{HOME}/{target}") if target else (404, None)
    assert answer(path, accept, RULES.read_text("utf-8")) == expected


def test_a_page_is_in_the_language_that_its_reader_prefers() -> None:
    text = RULES.read_text("utf-8")
    pages = [
        answer("id/alliance/qutac", BROWSER, text, tags)[1] for tags in ("zh-CN,zh;q=0.9,en;q=0.8", "de,zh;q=0.5", "")
    ]
    folder = f"{HOME}/latest"
    assert pages == [f"{folder}/{language}/id/alliance/qutac.html" for language in ("zh", "en", "en")]


def test_every_name_that_is_published_leads_to_something() -> None:
    text = RULES.read_text("utf-8")
    folders = ("ontology", "ontology/alignments", "data", "shapes")
    quads = [quad for folder in folders for path in files(folder) for quad in ox.parse(path=path)]
    names = {node.value for quad in quads for node in (quad.subject, quad.object) if isinstance(node, ox.NamedNode)}
    ours = {
        name.partition("#")[0].removeprefix("https://w3id.org/qontology/") for name in names if "/qontology/" in name
    }
    assert len(ours) > 1000
    assert [name for name in sorted(ours) if answer(name, "text/turtle", text)[0] != 303] == []


def test_what_a_name_leads_to_can_be_exported_or_stands_in_the_repository() -> None:
    endings = {ending.removeprefix(".") for name in FORMATS for ending in FORMS[name].endings}
    described = {path.name for path in RULES.parents[1].iterdir()} | {"context.jsonld", "index.html"}
    for _, _, target in TABLE:
        if target and ".html" not in target:
            stem, _, ending = target.rpartition("/")[2].partition(".")
            assert f"{stem}.{ending}" in described or (stem in PARTS and ending in endings), target


@pytest.fixture(scope="module")
def apache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an Apache on this machine that reads the rules."""
    program = shutil.which("apache2") or shutil.which("httpd")
    modules = Path("/usr/lib/apache2/modules")
    if not program or not modules.is_dir():
        pytest.skip("apache2 is not installed")
    home = tmp_path_factory.mktemp("apache")
    folder = home / "site/qontology"
    folder.mkdir(parents=True)
    shutil.copy(RULES, folder)
    home.chmod(0o755)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    loaded = "".join(
        f"LoadModule {name}_module {modules}/mod_{name}.so\n" for name in ("mpm_event", "authz_core", "rewrite", "dir")
    )
    (home / "httpd.conf").write_text(
        f"ServerRoot {home}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {home}/pid\nErrorLog {home}/log\n"
        f"{loaded}DocumentRoot {home}/site\n"
        f"<Directory {home}/site>\nAllowOverride All\nRequire all granted\n</Directory>\n"
    )
    server = subprocess.Popen([program, "-f", str(home / "httpd.conf"), "-DFOREGROUND"])
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait(20)


@pytest.mark.parametrize(("path", "accept", "target"), TABLE)
def test_apache_reads_the_rules_in_the_same_way(path: str, accept: str, target: str | None, apache: int) -> None:
    with closing(HTTPConnection("127.0.0.1", apache, timeout=10)) as connection:
        connection.request("GET", f"/qontology/{path}", headers={"Accept": accept} if accept else {})
        with connection.getresponse() as response:
            assert response.status == (303 if target else 404)
            assert response.headers["Location"] == (f"{HOME}/{target}" if target else None)
