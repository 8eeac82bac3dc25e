"""Profiles: what is exported in the vocabularies and forms of others, by the queries under queries/exchange/.

Each profile is a folder of CONSTRUCT queries that run on the contents of an export; what they give is written as RDF,
or made into the tables that the tools of others load.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

import pyoxigraph as ox

from ..engine import Embedded, Triple
from ..errors import InputError, choose_from
from ..knowledge.library import Library
from ..language import Text
from ..namespaces import RDFS
from ..writing.forms import names
from .contents import Contents, of_part
from .data_package import data_package
from .property_graph import property_graph
from .quick_statements import quick_statements
from .schema_org import schema_org
from .serialize import FORMATS, serialize

__all__ = ["PROFILES", "Profile", "profiled"]

FOLDER = "exchange"
HEADER = f"{FOLDER}/header"

Files = dict[str, str]


class Profile(NamedTuple):
    """A profile: its forms, the first of which is the usual one, and how its own form is made of its triples.

    What has no writer is written as any RDF is; what ``is_folder`` is several files. Where things are named, a profile
    ``of_things`` holds what these lead to, and one that ``has_things`` not is refused.
    """

    name: str
    forms: tuple[str, ...] = tuple(FORMATS)
    writer: Callable[[list[Triple]], str | Files] | None = None
    has_header: bool = True
    is_folder: bool = False
    of_things: bool = False
    has_things: bool = True

    def check(self, form: str | None) -> str:
        """The form that is wanted, else the usual one.

        :raises InputError: where the profile has no such form.
        """
        found = self.forms[0] if form is None else names(self.forms).get(form)
        if found is None:
            forms = [*self.forms]
            raise InputError(
                Text(f"the profile {self.name} is not written as {form}", f"方案 {self.name} 不能写成 {form} 格式"),
                remedy=Text(
                    f"leave -f out, or choose from {', '.join(forms)}", f"请去掉 -f，或改用 {'、'.join(forms)}"
                ),
            )
        return found


PROFILES = {
    profile.name: profile
    for profile in (
        Profile("org"),
        Profile("prov"),
        Profile("schema", tuple(dict.fromkeys(("jsonld", *FORMATS))), schema_org, has_header=False, of_things=True),
        Profile("skos", has_things=False),
        Profile("property-graph", ("csv",), property_graph, has_header=False, is_folder=True),
        Profile("wikidata", ("quickstatements", *FORMATS), quick_statements, has_header=False),
        Profile("tables", ("csv",), data_package, has_header=False, is_folder=True),
    )
}
"""The profiles by their names."""


def profiled(name: str, contents: Contents, form: str | None = None) -> str | Files:
    """What a profile makes of the contents of an export: a text, or texts by the names of their files.

    >>> from qontology.exchange import contents
    >>> text = profiled("org", contents("QUTAC"))
    >>> "a org:Membership" in text, "qo:Membership" in text
    (True, False)

    :raises InputError: where there is no such profile, where it has not this form, and where it finds nothing.
    """
    profile = PROFILES.get(name)
    if profile is None:
        raise InputError(
            Text(f"there is no profile {name}", f"没有名为 {name} 的方案"),
            remedy=choose_from(PROFILES),
        )
    form = profile.check(form)
    if contents.things and not profile.has_things:
        raise InputError(
            Text(f"the profile {name} is of the vocabularies, not of a thing", f"方案 {name} 针对词表，而非某一事物"),
            remedy=Text("leave out what is named", "请不要指定内容"),
        )
    triples = constructed(profile, contents)
    own = form == profile.forms[0]
    return profile.writer(triples) if own and profile.writer else serialize(triples, form)


def constructed(profile: Profile, contents: Contents) -> list[Triple]:
    """What the queries of a profile make of the contents, with what these say of themselves.

    :raises InputError: where they find nothing.
    """
    engine = Embedded(store_of(contents))
    library = Library()
    queries = [name for name in library.ids() if name.startswith(f"{FOLDER}/{profile.name}/")]
    found = {triple for name in queries for triple in engine.construct(library.get(name).body)}
    if contents.things and profile.of_things:
        found = reached(found, contents.things)
    if not found:
        raise InputError(
            Text(f"the profile {profile.name} has nothing of this", f"此内容中没有方案 {profile.name} 可用的部分"),
            remedy=Text("name more, or leave out what is named", "请扩大导出范围，或不指定内容"),
        )
    if profile.has_header:
        found |= set(engine.construct(library.get(HEADER).body))
    return sorted(found, key=str)


def store_of(contents: Contents) -> ox.Store:
    """The statements of all graphs as one, with the classes above those of the ontology."""
    store = ox.Store()
    store.extend(ox.Quad(*quad.triple) for quad in contents.quads)
    store.extend(
        ox.Quad(*quad.triple)
        for source in of_part("ontology")
        for quad in source.quads()
        if quad.predicate == RDFS["subClassOf"] and isinstance(quad.object, ox.NamedNode)
    )
    return store


def reached(triples: set[Triple], things: Iterable[ox.NamedNode]) -> set[Triple]:
    """The triples about some things and about all that these lead to."""
    outgoing: dict[object, list[Triple]] = defaultdict(list)
    for triple in triples:
        outgoing[triple.subject].append(triple)
    found: set[Triple] = set()
    waiting: list[object] = [*things]
    while waiting:
        new = set(outgoing[waiting.pop()]) - found
        found |= new
        waiting += [triple.object for triple in new]
    return found
