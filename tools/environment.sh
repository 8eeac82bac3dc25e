#!/bin/sh
# Makes the environment .venv by the Python that make is told of, unless a usable one is there:
#   sh tools/environment.sh PYTHON TARGET
# It is made whole or not at all, for one that failed would stand in the way of the next try.
set -eu

python=$1
target=$2
needed=$(sed -n 's/^requires-python = ">=\(.*\)"$/\1/p' pyproject.toml)
# Old Pythons read this too.
check="import sys; sys.exit(sys.version_info[:3] < tuple(map(int, '$needed'.split('.'))))"

suits() { "$1" -c "$check" >/dev/null 2>&1; }

say() { # English, Chinese
    case ${QONTOLOGY_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}} in
        zh*) echo "$2" >&2 ;;
        *) echo "$1" >&2 ;;
    esac
}

if suits .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; then
    exit
fi

if ! suits "$python"; then
    found=$("$python" --version 2>&1) || found=
    other="python$needed"
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if suits "$name"; then other=$name && break; fi
    done
    say "$python is ${found:-no Python}, but Python $needed or newer is needed; type: make $target PYTHON=$other" \
        "需要 Python $needed 或更新版本，而 $python ${found:+是 }${found:-无法运行}；请输入：make $target PYTHON=$other"
    exit 1
fi

rm -rf .venv
trap 'rm -rf .venv' EXIT
trap 'exit 1' HUP INT TERM
if ! "$python" -m venv .venv >&2; then
    say "$python cannot make an environment; on Debian and Ubuntu, type: apt install python3-venv" \
        "$python 无法创建虚拟环境；在 Debian 与 Ubuntu 上请输入：apt install python3-venv"
    exit 1
fi
trap - EXIT
