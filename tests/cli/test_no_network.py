"""Every verb and every bridge is given files that name addresses, and none of these is asked for anything."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from qontology.cli.parser import VERBS

ROOT = Path(__file__).resolve().parents[2]

# What every process of a run does first. It notes who wants a socket: of Python, by an audit hook; of all other code,
# by a filter in the kernel, which stops the call and sends a signal. Children have the filter of their parent.
HOOK = """
import ctypes, os, signal, struct, sys

def seen(what):
    with open(os.environ["SEEN"], "a") as file:
        file.write(f"{what}\\n")

def hook(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"):
        seen(f"{event} {arguments}")
        raise PermissionError("the network is asked for")

CALLS = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}  # the number of socket(2)
RING = 425  # of io_uring_setup(2), which can do without it
LOAD, EQUAL, RETURN, ALLOW, TRAP = 0x20, 0x15, 0x06, 0x7FFF0000, 0x00030000

def deny_sockets():
    machine, call = CALLS[os.uname().machine]
    steps = [(LOAD, 0, 0, 4), (EQUAL, 0, 4, machine), (LOAD, 0, 0, 0), (EQUAL, 2, 0, call), (EQUAL, 1, 0, RING),
             (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, TRAP)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("@HP", len(steps), ctypes.addressof(code)))
    control = ctypes.CDLL(None).prctl
    control.argtypes = [ctypes.c_int] + [ctypes.c_void_p] * 4
    signal.signal(signal.SIGSYS, lambda *_: seen("a socket"))
    return control(38, 1, 0, 0, 0) == 0 == control(22, 2, ctypes.addressof(program), 0, 0)

sys.addaudithook(hook)
if os.uname().sysname == "Linux" and os.uname().machine in CALLS:
    deny_sockets()
"""

RUN = """
import sys
from qontology import assets
from qontology.cli import main
sys.modules["matplotlib"] = None  # to draw takes long, and reads nothing that is given
every = assets.files  # and so does a site of all that is shipped
assets.files = lambda *folder: [path for path in every(*folder) if "/data/world/" not in path.as_posix()]
for line in open("commands", encoding="utf-8"):
    try:
        code = main(line.split())
    except SystemExit as ended:
        code = ended.code
    print(f"exit {code} {line}", end="", file=sys.stderr)
"""

BRIDGES = """
import qontology
from qontology.curation import import_sheets
graph = qontology.load("data.ttl")
graph.to_rdflib(), graph.to_owlready(), graph.to_networkx(), qontology.namespace()
table = graph.select("SELECT ?s ?o { ?s <http://www.w3.org/2000/01/rdf-schema#seeAlso> ?o }")
assert len(table) == 1
table.to_pandas(), table.to_polars(), table.to_networkx(), table.to_xlsx(), table.to_parquet(), table._repr_html_()
"""

# A call that Python does not tell of, as code in C or Rust would make it.
UNTOLD = "import ctypes; ctypes.CDLL(None).socket(2, 1, 0)"

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
OF_EACH_KIND = [name for name in SHAPES if name.endswith(("-plain.ttl", "-escaped.ttl"))]
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
    "similar QUTAC --data data.ttl",
    "gaps QUTAC data.ttl",
    "show QUTAC",
    "describe qo:Membership",
    "stats",
    "search quantum",
    "list alliances",
    "ask members",
    "explain QUTAC",
    "tour",
    "report -o folder --lang en",
    "site -o site",
    "template members -o sheets",
    "import mine",
    "import mine.xlsx -o imported",
    "new Example",
    "completion bash",
    "help show",
    "version",
    "export data.ttl --profile org",
    "validate data.ttl --with none --catalog imports.ttl --base urn:b",
    "validate context.jsonld --with none --context urn:c=context.jsonld",
    "export --profile tables -o tables",
    *(f"query {name}" for name in FILES if name.endswith(".rq")),
    *(f"validate {name} --with none" for name in ("data.ttl", "context.jsonld", "entity.rdf")),
    *(f"validate data.ttl --with none --shapes {shapes}" for shapes in ("imports.ttl", *SHAPES)),
    *(f"validate data.ttl --with none --shapes {shapes} --engine pyshacl" for shapes in ("imports.ttl", *OF_EACH_KIND)),
    "validate data.ttl --with none --shapes imports.ttl --engine both",
    "validate data.ttl --with none --shapes component-escaped.ttl --engine both",
    "validate data.ttl --with none --shapes imports.ttl --ontology imports.ttl --rules --inference owlrl",
]


@pytest.fixture
def canary(tmp_path: Path):
    """An address on this machine at which nobody may knock."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
        for name, text in (FILES | SHAPES).items():
            (tmp_path / name).write_text(text.replace("URL", url), encoding="utf-8")
        asking = f'=WEBSERVICE("{url}/formula")'
        (tmp_path / "mine").mkdir()
        (tmp_path / "mine/members.csv").write_text(f"of,member\nQUTAC,'{asking}'\n", encoding="utf-8")
        book = openpyxl.Workbook()
        book.active.title = "members"
        for row in (["of", "member"], [asking, f"={url}/[other.xlsx]members!A1"]):
            book.active.append(row)
        book.active["A3"].hyperlink = f"{url}/linked"
        book.save(tmp_path / "mine.xlsx")
        (tmp_path / "commands").write_text("\n".join(COMMANDS) + "\n")
        yield server


@pytest.fixture
def run_hooked(tmp_path: Path) -> Callable[[str], str]:
    """Runs Python code under the hook and gives what it says on standard error; the notes are in ``seen``."""
    (tmp_path / "hook").mkdir()
    (tmp_path / "hook/sitecustomize.py").write_text(HOOK)
    surroundings = os.environ | {"PYTHONPATH": f"{tmp_path}/hook:{ROOT}", "SEEN": str(tmp_path / "seen")}

    def run(code: str) -> str:
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, cwd=tmp_path, env=surroundings, capture_output=True, check=False)
        said = done.stderr.decode()
        assert done.returncode == 0 and "Traceback" not in said, said
        return said

    return run


def test_every_verb_is_tried() -> None:
    assert {command.split()[0] for command in COMMANDS} == VERBS.keys()


@pytest.mark.parametrize("child", [False, True], ids=["here", "in a child"])
def test_the_kernel_tells_of_a_socket_of_which_python_does_not(
    child: bool, run_hooked: Callable[[str], str], tmp_path: Path
) -> None:
    run_hooked(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {UNTOLD!r}])" if child else UNTOLD)
    if not (tmp_path / "seen").exists():
        pytest.skip("this kernel filters no system calls, so that only Python is watched")
    assert (tmp_path / "seen").read_text() == "a socket\n"


@pytest.mark.long
@pytest.mark.parametrize("script", [RUN, BRIDGES], ids=["verbs", "bridges"])
def test_nothing_is_asked_for_over_the_network(
    script: str, canary: socket.socket, run_hooked: Callable[[str], str], tmp_path: Path
) -> None:
    said = run_hooked(script)
    assert not (tmp_path / "seen").exists(), (tmp_path / "seen").read_text()
    with pytest.raises(BlockingIOError):
        canary.accept()
    if script == RUN:
        ends = [line.split(" ", 2) for line in said.splitlines() if line.startswith("exit ")]
        codes = {command: code for _, code, command in ends}
        assert codes.keys() == set(COMMANDS)
        lenient = [command for command in COMMANDS if "sparql-" in command and codes[command] == "0"]
        assert lenient == []
