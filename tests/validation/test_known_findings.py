"""Living with what is known: codes that are ignored, a baseline, files that have not changed."""

from __future__ import annotations

import ast
import json
import subprocess
from pathlib import Path

import pytest

from qontology import shacl, validate
from qontology.errors import InputError

SHAPES = """e:S sh:targetClass e:C ; sh:property e:N , e:M .
    e:N sh:path e:n ; sh:minCount 1 . e:M sh:path e:m ; sh:minCount 1 ."""


@pytest.fixture
def found(turtle):
    def run(data: str, **options) -> list[str]:
        report = validate(turtle(data), shapes=[turtle(SHAPES, "s.ttl")], with_shipped=False, **options)
        return sorted(f"{one.code} {str(one.node)[-2]}" if one.node else one.code for one in report.findings)

    return run


@pytest.fixture
def baseline(turtle, tmp_path):
    def write(data: str) -> str:
        report = validate(turtle(data), shapes=[turtle(SHAPES, "s.ttl")], with_shipped=False)
        (tmp_path / "known.json").write_text(report.to_json(), encoding="utf-8")
        return str(tmp_path / "known.json")

    return write


def test_findings_with_a_code_to_ignore_are_left_out(found) -> None:
    assert found("e:a a e:C .") == ["M a", "N a"]
    assert found("e:a a e:C .", ignore=["N"]) == ["M a"]


def code_of(call: ast.Call) -> str | None:
    """The code that a call gives to a finding, where it stands there as text."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    first = call.args[0] if name in ("Finding", "_add") and call.args else None
    return first.value if isinstance(first, ast.Constant) else None


def test_whatever_is_said_without_a_rule_can_be_ignored_though_it_does_not_occur(found) -> None:
    trees = [ast.parse(file.read_text("utf-8")) for file in Path(shacl.__file__).parent.rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    codes = {code for call in calls if (code := code_of(call))}
    assert codes > {"unused-shape", "rules-not-run"}
    assert found("e:a a e:C .", ignore=[*codes, "SYNTAX", "stale-baseline", "M"]) == ["N a"]


def test_a_shape_that_is_not_checked_can_be_ignored_by_its_name(turtle) -> None:
    shapes = [turtle("e:S sh:targetClass e:C ; sh:property e:N . e:N sh:path ( ) ; sh:minCount 1 .", "s.ttl")]
    report = validate(turtle("e:a a e:C ."), shapes=shapes, with_shipped=False, ignore=["N", "ill-formed"])
    assert "ill-formed" not in {one.code for one in report.findings}


def test_only_findings_that_the_baseline_does_not_have_are_told_whatever_line_they_stand_in(found, baseline) -> None:
    known = baseline("e:a a e:C .")
    assert found("\n\ne:a a e:C .", baseline=known) == []
    assert found("e:a a e:C . e:b a e:C ; e:n 1 .", baseline=known) == ["M b"]


def test_blank_nodes_are_counted(found, baseline) -> None:
    known = baseline("[] a e:C ; e:m 1 .")
    assert found("[] a e:C ; e:m 1 .", baseline=known) == []
    assert len(found("[] a e:C ; e:m 1 . [] a e:C ; e:m 2 .", baseline=known)) == 1


def test_a_known_finding_that_is_gone_is_told_unless_only_some_findings_are_wanted(found, baseline) -> None:
    known = baseline("e:a a e:C .")
    assert found("e:a a e:C ; e:n 1 .", baseline=known) == ["stale-baseline"]
    assert found("e:a a e:C ; e:n 1 .", baseline=known, code=["M"]) == []


def test_files_that_findings_name_are_not_counted_as_checked(command, turtle, baseline) -> None:
    known = baseline("e:a a e:C .")
    given = [turtle("e:a a e:C ; e:n 1 ."), "--shapes", turtle(SHAPES, "s.ttl"), "--with", "none"]
    outcome = command(*given, "--baseline", known)
    assert "stale-baseline" in outcome.out
    assert "\n1 info; 1 file checked;" in outcome.out


@pytest.mark.parametrize(
    "text", ["", "[]", '{"findings": [1]}', '{"findings": [{"message": 1}]}', '{"findings": {}}' * 2, None]
)
def test_a_file_that_is_no_baseline_is_refused(found, tmp_path, text) -> None:
    file = tmp_path / "known.json"
    if text is not None:
        file.write_text(text)
    with pytest.raises(InputError, match="cannot be read" if text is None else "baseline|is empty") as refused:
        found("e:a a e:C .", baseline=file)
    assert refused.value.file == str(file)


def git(folder, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
    )


def test_a_file_that_has_not_changed_since_a_revision_is_read_and_not_validated(turtle, tmp_path) -> None:
    files = turtle("e:a a e:D ."), turtle("e:D rdfs:subClassOf e:C . e:b a e:C .", "b.ttl")
    shapes = turtle(SHAPES, "s.ttl")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")

    def nodes(**options) -> set[str]:
        return {str(one.node)[-2] for one in validate(*files, shapes=[shapes], with_shipped=False, **options).findings}

    assert nodes() == {"a", "b"}
    assert nodes(since="HEAD") == set()
    turtle("e:a a e:D ; e:new 1 .")
    assert nodes(since="HEAD") == {"a"}


def test_no_program_of_the_repository_is_run(turtle, tmp_path) -> None:
    data = turtle("e:a a e:C .")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    git(tmp_path, "config", "core.fsmonitor", f"touch {tmp_path}/run; false")
    turtle("e:a a e:C ; e:new 1 .")
    validate(data, shapes=[turtle(SHAPES, "s.ttl")], with_shipped=False, since="HEAD")
    assert not (tmp_path / "run").exists()
    git(tmp_path, "status")
    assert (tmp_path / "run").exists()


def test_a_revision_that_there_is_not_and_a_folder_without_git_are_refused(turtle, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    data = turtle("e:a a e:C .")
    with pytest.raises(InputError, match="git cannot tell"):
        validate(data, with_shipped=False, since="HEAD")
    git(tmp_path, "init", "-q")
    for revision in ("nowhere", "--output=x"):
        with pytest.raises(InputError, match="git cannot tell"):
            validate(data, with_shipped=False, since=revision)


def test_the_command_knows_them(command, turtle, tmp_path) -> None:
    given = [turtle("e:a a e:C ."), "--shapes", turtle(SHAPES, "s.ttl"), "--with", "none"]
    known = tmp_path / "known.json"
    assert command(*given, "-o", str(known)).code == 1
    assert len(json.loads(known.read_text())["findings"]) == 2
    assert command(*given, "--baseline", str(known)).code == 0
    assert command(*given, "--ignore", "N", "--ignore", "M").code == 0
