"""Every verb and every bridge is given files that name addresses, and none of these is asked for anything."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# What every Python process of a run does first: it notes who wants a socket, and refuses it.
HOOK = """
import os, sys
def hook(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"):
        with open(os.environ["SEEN"], "a") as seen:
            seen.write(f"{event} {arguments}\\n")
        raise PermissionError("the network is asked for")
sys.addaudithook(hook)
"""

RUN = """
import sys
from qontology.cli import main
for line in open("commands", encoding="utf-8"):
    try:
        code = main(line.split())
    except SystemExit as ended:
        code = ended.code
    print(f"{code} {line}", end="", file=sys.stderr)
"""

BRIDGES = """
import sys
import qontology
graph = qontology.load("data.ttl")
graph.to_rdflib(), graph.to_owlready(), graph.to_networkx(), qontology.namespace()
table = graph.select("SELECT ?s ?o { ?s <http://www.w3.org/2000/01/rdf-schema#seeAlso> ?o }")
assert len(table) == 1
table.to_pandas(), table.to_polars(), table.to_networkx(), table.to_xlsx(), table.to_parquet(), table._repr_html_()
"""

FILES = {
    "data.ttl": """
        @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        <https://w3id.org/qontology/ns> owl:imports <URL/imported> ; rdfs:seeAlso <URL/seen> ;
          <http://www.w3.org/ns/shacl#shapesGraph> <URL/shapes> .
        <URL/data> a owl:Ontology ; owl:imports <URL/other> , <file:///etc/passwd> .
        <urn:a> a <urn:C> .
        """,
    "context.jsonld": '{"@context": "URL/context", "@id": "urn:a", "urn:p": 1}',
    "entity.rdf": '<!DOCTYPE a [<!ENTITY e SYSTEM "URL/entity">]><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
    "service.rq": "SELECT * { SERVICE <URL/service> { ?s ?p ?o } }",
    "escaped.rq": "SELECT * { \\u0053ERVICE <URL/service> { ?s ?p ?o } }",
    "from.rq": "SELECT * FROM <URL/from> { ?s ?p ?o }",
    "named.rq": "SELECT * FROM NAMED <URL/from> { GRAPH ?g { ?s ?p ?o } }",
    "imports.ttl": """
        @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
        <URL/shapes> a owl:Ontology ; owl:imports <URL/more> .
        <urn:S> a sh:NodeShape ; sh:targetClass <urn:C> ; sh:nodeKind sh:IRI ; sh:shapesGraph <URL/more> ;
          sh:js [ sh:jsLibrary [ sh:jsLibraryURL "URL/library.js" ] ; sh:jsFunctionName "f" ] .
        """,
}
SPARQL = """
    @prefix sh: <http://www.w3.org/ns/shacl#> .
    <urn:S> a sh:NodeShape ; sh:targetClass <urn:C> ; sh:sparql [ sh:select "SELECT $this WHERE {{ {} }}" ] .
    """
COMPONENT = """
    @prefix sh: <http://www.w3.org/ns/shacl#> .
    <urn:K> a sh:ConstraintComponent ; sh:parameter [ sh:path <urn:k> ] ;
      sh:validator [ a sh:SPARQLAskValidator ; sh:ask "ASK {{ {} }}" ] .
    <urn:S> a sh:NodeShape ; sh:targetClass <urn:C> ; <urn:k> 1 .
    """
TARGET = """
    @prefix sh: <http://www.w3.org/ns/shacl#> .
    <urn:S> a sh:NodeShape ; sh:target [ a sh:SPARQLTarget ; sh:select "SELECT ?this WHERE {{ {} }}" ] ;
      sh:nodeKind sh:IRI .
    """
SERVICE = {
    "plain": "SERVICE <URL/s> { $this ?p ?o }",
    "small": "service <URL/s> { $this ?p ?o }",
    "escaped": "se\\\\u0072vice <URL/s> { $this ?p ?o }",
    "long": "\\\\U00000053ERVICE <URL/s> { $this ?p ?o }",
    "exists": "$this ?p ?o FILTER EXISTS { SERVICE SILENT <URL/s> { $this ?p ?o } }",
}
SHAPES = {
    f"{kind}-{name}.ttl": text.replace("{}", clause).replace("{{", "{").replace("}}", "}")
    for kind, text in (("sparql", SPARQL), ("component", COMPONENT), ("target", TARGET))
    for name, clause in SERVICE.items()
}
COMMANDS = [
    "export data.ttl",
    "export context.jsonld",
    "export entity.rdf",
    "fmt --check data.ttl",
    "reason data.ttl",
    "compare --data data.ttl",
    "timeline --data data.ttl",
    "conflicts --data data.ttl",
    "freshness --data data.ttl",
    "gaps QUTAC data.ttl",
    "show QUTAC",
    "search quantum",
    "explain QUTAC",
    "tour",
    *(f"query {name}" for name in FILES if name.endswith(".rq")),
    *(f"validate {name} --with none" for name in ("data.ttl", "context.jsonld", "entity.rdf")),
    *(f"validate data.ttl --with none --shapes {shapes}" for shapes in ("imports.ttl", *SHAPES)),
    *(f"validate data.ttl --with none --shapes {shapes} --engine pyshacl" for shapes in ("imports.ttl", *SHAPES)),
    "validate data.ttl --with none --shapes imports.ttl --engine both",
    "validate data.ttl --with none --shapes component-escaped.ttl --engine both",
]


@pytest.fixture
def canary(tmp_path: Path):
    """An address on this machine at which nobody may knock."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
        for name, text in (FILES | SHAPES).items():
            (tmp_path / name).write_text(text.replace("URL", url), encoding="utf-8")
        (tmp_path / "commands").write_text("\n".join(COMMANDS) + "\n")
        yield server


@pytest.mark.parametrize("script", [RUN, BRIDGES], ids=["verbs", "bridges"])
def test_nothing_is_asked_for_over_the_network(script: str, canary: socket.socket, tmp_path: Path) -> None:
    (tmp_path / "hook").mkdir()
    (tmp_path / "hook/sitecustomize.py").write_text(HOOK)
    surroundings = os.environ | {"PYTHONPATH": f"{tmp_path}/hook:{ROOT}", "SEEN": str(tmp_path / "seen")}
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=tmp_path, env=surroundings, capture_output=True, check=False)
    said = done.stderr.decode()
    assert done.returncode == 0 and "Traceback" not in said, said
    assert not (tmp_path / "seen").exists(), (tmp_path / "seen").read_text()
    with pytest.raises(BlockingIOError):
        canary.accept()
    if script == RUN:
        codes = {line.partition(" ")[2]: line[0] for line in said.splitlines() if line[:1].isdigit()}
        assert codes.keys() == set(COMMANDS)
        lenient = [command for command in COMMANDS if "sparql-" in command and codes[command] == "0"]
        assert lenient == []
