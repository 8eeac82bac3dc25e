"""``qontology completion``: a script by which a shell completes verbs, options and questions of the library."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ...errors import InputError
from ...knowledge.library import Library
from ...language import Text
from ..output import write
from ..parser import VERBS, Parser, parser_of
from .list import KINDS

__all__ = ["add_arguments", "run"]

BASH = """\
# Completion of qontology for bash: source this, or put it where your shell looks for completions.
_qontology() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} verb= each
    for each in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case $each in -*) ;; *) verb=$each; break ;; esac
    done
    case $verb in
{cases}
        *) COMPREPLY=($(compgen -W "{verbs}" -- "$word")) ;;
    esac
    [[ ${{#COMPREPLY[@]}} -gt 0 || -z $verb ]] || COMPREPLY=($(compgen -f -- "$word"))
    declare -F __ltrim_colon_completions > /dev/null && __ltrim_colon_completions "$word"
}}
complete -F _qontology qontology
"""
ZSH = """\
#compdef qontology
# Completion of qontology for zsh: it is that of bash.
autoload -U +X bashcompinit && bashcompinit
{bash}"""
FISH_VERB = "complete -c qontology -n __fish_use_subcommand -f -a {verb} -d '{text}'"
FISH_WORDS = "complete -c qontology -n '__fish_seen_subcommand_from {verb}' -a '{words}'"
SHELLS = ("bash", "zsh", "fish")


def add_arguments(parser: Parser) -> None:
    """The shell to write for."""
    parser.add_argument("shell", choices=SHELLS, help=parser.say("the shell to write for", "所用的命令行外壳"))
    parser.add_output()


def run(arguments: Namespace) -> int:
    """Prints the script.

    :raises InputError: where the file has the ending of something else.
    """
    check_ending(arguments.output, arguments.shell)
    words = {verb: words_of(verb) for verb in VERBS}
    if arguments.shell == "fish":
        text = fish(words, arguments)
    else:
        cases = [f'        {verb}) COMPREPLY=($(compgen -W "{" ".join(words[verb])}" -- "$word")) ;;' for verb in words]
        text = BASH.format(cases="\n".join(cases), verbs=" ".join(VERBS))
        text = ZSH.format(bash=text) if arguments.shell == "zsh" else text
    write(text, arguments.output)
    return 0


def check_ending(output: str | None, shell: str) -> None:
    """Refuses a file that no script of this shell is called by: it has no ending, that of the shell or ``.sh``."""
    ending = Path(output or "").suffix
    if ending not in ("", ".sh", f".{shell}"):
        raise InputError(
            Text(
                f"the ending {ending} is not that of a script for {shell}", f"扩展名 {ending} 不是 {shell} 脚本的扩展名"
            ),
            remedy=Text(
                f"name a file that ends in .{shell}, or has no ending", f"请用以 .{shell} 结尾或无扩展名的文件名"
            ),
            file=output,
        )


def words_of(verb: str) -> list[str]:
    """The words that can follow a verb: its options, and what it knows by name."""
    _, parser = parser_of(verb, "en")
    options = sorted(name for action in parser._actions for name in action.option_strings if name.startswith("--"))
    known = {"query": Library().ids(), "list": list(KINDS), "help": list(VERBS), "completion": list(SHELLS)}
    return [*known.get(verb, ()), *options]


def fish(words: dict[str, list[str]], arguments: Namespace) -> str:
    """The script for fish."""
    verbs = [
        FISH_VERB.format(verb=verb, text=text.say(arguments.lang).replace("'", r"\'")) for verb, text in VERBS.items()
    ]
    return "\n".join(
        [
            "# Completion of qontology for fish.",
            *verbs,
            *(FISH_WORDS.format(verb=verb, words=" ".join(words[verb])) for verb in words),
            "",
        ]
    )
