"""Addresses: on which page of a site a name is told of, and where its downloads lie.

A page lies where its name does: ``https://w3id.org/qontology/id/alliance/qutac`` is ``en/id/alliance/qutac.html`` and
``zh/id/alliance/qutac.html``, with ``id/alliance/qutac.ttl`` and the like beside the folders of the languages. What has
no page of its own (passages, tasks, statements) is told of on the page of the thing that it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from pyoxigraph import NamedNode

from .. import terms
from ..namespaces import DCTERMS, OWL, RDF, Term
from ..telling.things import Things

__all__ = ["HOME", "TERMS", "Addresses", "anchor", "path_of"]

HOME = "https://w3id.org/qontology/"
PLAIN = re.compile(r"[a-z0-9][a-z0-9._-]*", re.IGNORECASE)
LONGEST = 80

# Names that are told of on a page of many.
LISTED = (
    (re.compile(r"(dataset(/.*|\..*)?|catalog|sparql/.*|mappings|context\.jsonld)?"), "about.html"),
    (re.compile(r"ns(/[0-9.]+)?"), "terms.html"),
    (re.compile(r"(module|alignment)/[a-z-]+(/[0-9.]+)?"), "terms.html"),
    (re.compile(r"vocabulary/[a-z-]+(/[0-9.]+)?"), "concepts.html"),
    (re.compile(r"shapes(/[a-z-]+)?(/[0-9.]+)?"), "shapes.html"),
    (re.compile(r"data(/[a-z0-9-]+)+(/[0-9.]+)?"), "about.html"),
)
TERMS = tuple(OWL[name].value for name in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty"))
UNNAMED = tuple(OWL[name].value for name in ("Ontology", "AllDifferent", "AllDisjointClasses"))
OF_MANY = frozenset(page for _, page in LISTED)
RULE = re.compile(r"shapes#(QO-\d+)")
TOLD_ELSEWHERE = (terms.Statement, terms.Passage, terms.Task)
OF = (terms.subject, terms.about, terms.addressee, terms.claimant, terms.object)
SPOKEN_OF = (*OF, terms.evidence)


class Addresses:
    """The pages of all that is in a graph.

    >>> from qontology import load
    >>> graph = load()
    >>> addresses = Addresses(Things.of_all(graph), graph.names.things)
    >>> addresses.of(graph.find("alliance:qutac")), addresses.of(NamedNode("https://www.airbus.com/"))
    ('id/alliance/qutac.html', '')
    """

    def __init__(self, things: Things, named: Iterable[NamedNode]) -> None:
        self.things = things
        self.named = frozenset(named)
        self._known: dict[Term, str] = {}
        self._taken: dict[str, str] = {}

    def of(self, term: Term | None) -> str:
        """The page of a thing below the folder of a language, with the place on it; empty where there is none."""
        if not isinstance(term, NamedNode):
            return ""
        if term not in self._known:
            self._known[term] = ""  # what belongs to itself has no page
            self._known[term] = self._found(term)
        return self._known[term]

    def has_page(self, term: Term) -> bool:
        """Whether a thing has a page of its own."""
        path = self.of(term)
        return path not in ("", *OF_MANY) and not self.things.is_a(term, *TOLD_ELSEWHERE)

    def _found(self, node: NamedNode) -> str:
        if self.things.is_a(node, *TOLD_ELSEWHERE):
            owner = self.owner(node)
            page = self.of(owner).partition("#")[0]
            locators = self.things.properties(node).get(terms.locator, ())
            return f"{page}#{anchor(locators[0].value)}" if page and locators else page
        own = self.things.properties(node)
        if not own or not (node in self.named or RDF["type"].value in own) or node.value.startswith("_"):
            return ""
        path = path_of(node.value)
        if path in OF_MANY:
            return path
        if self.things.is_a(node, *UNNAMED) or (self.things.is_a(node, *TERMS) and not node.value.startswith(HOME)):
            return ""
        if self._taken.setdefault(path.casefold(), node.value) != node.value:
            path = path.removesuffix(".html") + f"-{digest(node.value)}.html"
        return path

    def owner(self, node: NamedNode) -> NamedNode | None:
        """The thing that a passage, a task or a statement belongs to."""
        own = self.things.properties(node)
        up = own.get(DCTERMS["isPartOf"].value, []) if self.things.is_a(node, terms.Passage) else []
        up = up or [one for one, predicate in self.things.pointing(node) if predicate not in SPOKEN_OF]
        up = up or [value for name in OF for value in own.get(name, ())]
        return next((one for one in up if isinstance(one, NamedNode)), None)


def path_of(name: str) -> str:
    """The page of a name below the folder of a language, whether or not there is anything of that name.

    >>> path_of(HOME + "ns#Alliance"), path_of(HOME + "scheme/role/lead"), path_of(HOME + "query/goals/of-alliance")
    ('ns/Alliance.html', 'scheme/role/lead.html', 'query/goals/of-alliance.html')
    >>> path_of("http://example.org/id/alliance/mine"), path_of(HOME + "module/core")
    ('other/mine-597ee0a4.html', 'terms.html')
    """
    if not name.startswith(HOME):
        return f"other/{slug(re.split('[/#:]', name)[-1])}-{digest(name)}.html"
    local = name.removeprefix(HOME)
    for pattern, page in LISTED:
        if pattern.fullmatch(local):
            return page
    if local.startswith("shapes#"):
        found = RULE.fullmatch(local)
        return f"shapes/{found[1]}.html" if found else "shapes.html"
    parts = local.replace("#", "/").split("/")
    if all(PLAIN.fullmatch(part) and len(part) <= LONGEST for part in parts):
        return f"{'/'.join(parts)}.html"
    return f"{'/'.join(map(slug, parts))}-{digest(name)}.html"


def slug(text: str) -> str:
    """A text as part of the name of a file that every system can keep."""
    return re.sub(r"[^a-z0-9_-]+", "-", text.lower()).strip("-")[:LONGEST] or "thing"


def digest(name: str) -> str:
    """Eight characters that tell names apart whose slugs are equal."""
    return sha256(name.encode()).hexdigest()[:8]


def anchor(locator: str) -> str:
    """The place of a passage on the page of its source.

    >>> anchor("sec3.4(3)/p1")
    'at-sec3-4-3-p1'
    """
    return f"at-{slug(locator)}"
