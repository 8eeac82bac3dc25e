"""``qontology export``: the graph, a part of it, a thing with all that belongs to it, or files, in an RDF format."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import pyoxigraph as ox

from ...errors import InputError
from ...exchange import FORMATS, PARTS, PROFILES, Contents, serialize
from ...exchange.contents import Request, of_part, statements
from ...language import Language, Text
from ...namespaces import local_name
from ...writing import FORMS, chosen, tell, write_files
from ..options import add_as_of, add_graph, remote_copy
from ..output import is_folder, write
from ..parser import Parser
from ..profile_files import write_profile

__all__ = ["add_arguments", "run"]

WITH_GRAPHS = ("trig", "nq")


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    parser.add_argument(
        "what",
        nargs="*",
        metavar=say("WHAT", "内容"),
        help=say(
            f"{', '.join(PARTS)} (all is ontology, vocabularies and data, and the default); the name of an alliance or"
            " of any thing, with all that belongs to it and its evidence; files and folders, to convert them",
            f"{'、'.join(PARTS)}（all 即本体、词表与数据，为缺省值）；联盟或其他事物的名称，连同所属内容及依据；"
            "或要转换的文件和文件夹",
        ),
    )
    add_graph(parser)
    add_as_of(parser)
    parser.add_argument(
        "--derived",
        action="store_true",
        help=say("add what follows by the rules, one named graph a rule", "加入由规则推得的内容，每条规则一个命名图"),
    )
    parser.add_argument(
        "--profile",
        choices=tuple(PROFILES),
        metavar=say("NAME", "方案"),
        help=say(
            f"in the vocabulary or the tables of others: {', '.join(PROFILES)}; property-graph and tables are folders",
            f"采用他方的词表或表格：{'、'.join(PROFILES)}；其中 property-graph 和 tables 为文件夹",
        ),
    )
    parser.add_argument(
        "--dl",
        action="store_true",
        help=say(
            "keep to OWL 2 DL, for reasoners and owlready2: individuals declared, dates as text",
            "符合 OWL 2 DL，供推理机和 owlready2 使用：声明个体，日期写作文本",
        ),
    )
    parser.add_format(tuple(dict.fromkeys(form for each in PROFILES.values() for form in each.forms)))
    parser.add_argument(
        "-o",
        "--output",
        metavar=say("NAME", "名称"),
        help=say(
            "a file, whose ending decides the format, packed where it ends in .gz; or a folder, for one file each;"
            " standard output if not given",
            "文件（扩展名决定格式，以 .gz 结尾则压缩），或文件夹（逐个导出）；缺省为标准输出",
        ),
    )


def run(arguments: Namespace) -> int:
    """Writes one file, or one file each into a folder."""
    request = Request.of(arguments.what, arguments.data, remote_copy(arguments))
    inputs = [source.path for source in (*request.files, *request.beside)]
    if arguments.profile:
        write_profile(arguments, request, inputs)
        return 0
    if is_folder(arguments.output):
        folder = Path(arguments.output)
        texts = one_each(request, arguments)
        write_files({folder / name: text for name, text in texts.items()}, inputs=inputs, folders=True)
        return 0
    format = chosen(tuple(FORMATS), arguments.format, arguments.output)
    found = request.contents(as_of=arguments.as_of, derived=arguments.derived, dl=arguments.dl)
    text = serialize(found.quads, format, trees=found.things)
    write(text, arguments.output, inputs)
    if format not in WITH_GRAPHS:
        tell_lost_graphs(request, arguments.lang)
    return 0


def one_each(request: Request, arguments: Namespace) -> dict[str, str]:
    """The texts for a folder by the names of their files: one for each file and for each thing.

    :raises InputError: where two of them would have one name, or where something is asked for that needs one graph.
    """
    form = arguments.format or "turtle"
    files = [(source.name, source) for part in request.parts for source in of_part(part)]
    files += [(Path(source.name).name, source) for source in request.files]
    if request.elsewhere is not None and request.parts:
        raise InputError(
            Text("an endpoint has no files, which a folder could have one each of", "端点中没有文件，无法逐个导出"),
            remedy=Text("name a file with -o, or things", "请用 -o 指定文件，或给出事物名称"),
        )
    if files and (arguments.as_of or arguments.derived or arguments.dl):
        raise InputError(
            Text(
                "--as-of, --derived and --dl look at one graph, not at single files",
                "--as-of、--derived 和 --dl 针对整个图谱而非单个文件",
            ),
            remedy=Text("name a file with -o", "请用 -o 指定文件"),
        )
    texts: dict[str, str] = {}
    sources: dict[str, str] = {}

    def add(name: str, source: str, found: Contents) -> None:
        target = name + FORMS[form].endings[0]
        other = sources.setdefault(target.casefold(), source)
        if other != source or target in texts:
            raise InputError(
                Text(f"{other} and {source} would both become {target}", f"{other} 与 {source} 都会成为 {target}"),
                remedy=Text(
                    "export them into two folders, or merge them in one file",
                    "请分别导出到两个文件夹，或合并为一个文件",
                ),
            )
        texts[target] = serialize(found.quads, form, trees=found.things)

    for name, source in files:
        add(without_ending(name), source.name, Contents(statements(source)))
    for name in request.names:
        one = Request([], [], [name], request.beside, request.elsewhere).contents(
            as_of=arguments.as_of, derived=arguments.derived, dl=arguments.dl
        )
        add(local_name(one.things[0].value), name, one)
    return texts


def without_ending(name: str) -> str:
    """The name of a file without its ending of RDF.

    >>> without_ending("data/mine.ttl.gz")
    'data/mine'
    """
    return str(Path(name.removesuffix(".gz")).with_suffix(""))


def tell_lost_graphs(request: Request, language: Language) -> None:
    """Says on standard error where files have named graphs that the format cannot keep."""
    quads = (quad for source in request.files for quad in statements(source))
    names = {quad.graph_name for quad in quads} - {ox.DefaultGraph()}
    if names:
        said = Text(
            f"the statements of {len(names)} named graphs are merged; .trig and .nq keep the names",
            f"{len(names)} 个命名图中的陈述已合并；.trig 与 .nq 可保留图名",
        )
        tell(said.say(language))
