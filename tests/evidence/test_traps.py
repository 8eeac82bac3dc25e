"""Traps of the source itself and of who says what in it, asked of the shipped graph."""

from asking import found, holds

TITLES = "dcterms:title|dcterms:creator|dcterms:contributor|dcterms:publisher|dcterms:date|dcterms:issued|qo:date"
PRAISE = ("first", "leading", "top", "high-impact", "foremost", "strong", "首个", "领先", "顶尖", "高影响力")


def test_t01_the_study_is_known_by_its_checksum_and_has_no_title_author_or_date() -> None:
    checksum = "sha256:d756f9d378b209aec0abae03a983cf2d5bf525ca2ae691427300f2669315d2e5"
    assert found("?identifier", "source:paper-2022 a qo:Study ; dcterms:identifier ?identifier") == {checksum}
    assert not holds(f"source:paper-2022 {TITLES}|foaf:homepage ?invented")


def test_t02_a_reference_mark_is_a_number_at_a_place_with_an_agent_only_where_its_sentence_names_one() -> None:
    mark = "?mark qo:citedIn/dcterms:isPartOf source:paper-2022 ; dcterms:identifier ?number"
    assert found("?number", mark) == {f"ref{number}" for number in range(1, 24)}
    assert found("?property", f"{mark} ; ?property ?value") == {
        "rdf:type",
        "skos:prefLabel",
        "dcterms:identifier",
        "qo:citedIn",
        "qo:hasInvolvement",
        "qo:evidence",
    }
    by_agent = "qo:hasInvolvement ?in . ?in qo:hasAgent ?agent ; qo:role role:create ; qo:reason ?reason"
    assert found("?number", f"{mark} ; {by_agent}") == {f"ref{number}" for number in range(3, 10)}


def test_t03_a_mark_is_cited_at_a_place_and_vouches_for_nothing() -> None:
    assert len(found("?mark ?place", "?mark qo:citedIn ?place ; dcterms:identifier ?number")) == 23
    assert holds("source:paper-2022-ref17 qo:citedIn passage:paper-2022-sec3.3-1-p2")
    assert holds("tier:qed-c-second-tier qo:evidence passage:paper-2022-sec3.3-1-p2")
    assert not holds("?node ?relation ?mark . ?mark qo:citedIn ?place")


def test_t04_a_figure_is_a_caption_without_an_image_and_nothing_is_taken_from_it() -> None:
    figures = """
        VALUES ?caption {
            passage:paper-2022-fig1-caption passage:paper-2022-fig2-caption passage:paper-2022-fig3-caption
        }
        ?node qo:evidence ?caption
    """
    missing = 'skos:scopeNote ?note FILTER(CONTAINS(?note, "missing"))'
    captions = {f"statement:paper-2022-figure-{number}" for number in (1, 2, 3)}
    assert found("?node", f"{figures} ; {missing}") == captions
    assert found("?node ?class", f"{figures} ; a ?class") == {f"{caption} qo:Claim" for caption in captions}
    # What the images of Figures 2 and 3 would show rests on the text.
    assert found("?passage", "?body a qo:GoverningBody ; qo:bodyOf alliance:qed-c ; qo:evidence ?passage") == {
        "passage:paper-2022-sec3.3-1-p3"
    }
    fields = "alliance:qic qo:hasCount ?count . ?count qo:counted counted:technology-field"
    assert found("?passage", f"{fields} ; qo:evidence ?passage") == {"passage:paper-2022-sec3.3-3-p2"}


def test_t05_of_the_garbled_english_abstract_only_the_names_are_taken() -> None:
    english = "?node qo:evidence passage:paper-2022-abstract-en"
    chinese = "?node qo:evidence passage:paper-2022-abstract-zh"
    alone = f"{english} FILTER NOT EXISTS {{ {chinese} }}"
    assert found("?class ?what", f"{alone} ?node a ?class OPTIONAL {{ ?node qo:predicate ?what }}") == {
        "qo:Assertion skos:prefLabel",
        "qo:Assertion skos:altLabel",
    }
    assert found("?node", "source:paper-2022 qo:compares ?node") == found("?node", f"{chinese} ; a qo:Alliance")


def test_t11_a_slip_of_the_study_is_quoted_nowhere() -> None:
    nodes = "?node qo:evidence passage:paper-2022-sec3.2-p2 ; skos:prefLabel ?text"
    texts = found("?text", f'{nodes} FILTER(LANG(?text) = "zh")')
    assert any("应用组合" in text for text in texts)
    assert not holds('?node ?property ?text FILTER(CONTAINS(STR(?text), "如所表") || CONTAINS(STR(?text), "应用出处"))')


def test_t27_qc_frontier_is_an_agent_of_which_no_kind_is_known() -> None:
    marks = "?mark dcterms:identifier ?number ; qo:hasInvolvement/qo:hasAgent ?agent"
    frontier = f'{marks} FILTER(?number IN ("ref3", "ref4", "ref5"))'
    assert len(found("?agent", frontier)) == 1
    assert found("?name", f"{frontier} ?agent skos:prefLabel ?name") == {"QC-Frontier"}
    assert found("?class", f"{frontier} ?agent a ?class") == {"qo:Agent"}
    assert not holds(f"{frontier} ?agent qo:organizationKind|qo:hasCountry|qo:basedIn ?guess")


def test_t71_where_the_speaker_is_unclear_the_study_speaks() -> None:
    passage = "?claim a qo:Claim ; qo:evidence passage:paper-2022-sec1.1-p1 ; qo:claimKind claim-kind:policy"
    said = found("?claim", f"{passage} ; qo:claimant person:xi-jinping")
    unclear = found("?claim", f"{passage} ; qo:claimant source:paper-2022 ; skos:scopeNote ?doubt")
    assert said and unclear
    assert said | unclear == found("?claim", passage)
    assert "statement:china-cultivate-industries" in unclear - said
    intended = "statement:miit-quantum-information-alliance-intended-members"
    assert found("?passage", f"{intended} qo:evidence ?passage") == {"passage:paper-2022-sec2.1-p2"}
    assert not holds("?statement qo:claimant organization:miit")


def test_t81_what_ought_to_be_done_is_a_recommendation_with_an_addressee_and_a_statement_is_none() -> None:
    advice = "?advice a qo:Recommendation ; qo:claimant source:paper-2022"
    assert found("?addressee", f"{advice} ; qo:addressee ?addressee") == {
        "group:chinese-quantum-industry-alliances",
        "organization:government-of-china",
    }
    assert found("?modality", f"{advice} ; qo:modality ?modality") == {"modality:recommended"}
    assert not holds(f"{advice} FILTER NOT EXISTS {{ ?advice qo:addressee ?party }}")
    assert holds("?claim a qo:Claim ; qo:evidence passage:paper-2022-sec3.3-1-p2")
    assert not holds(f'{advice} ; qo:evidence ?passage FILTER(!CONTAINS(STR(?passage), "/paper-2022-sec4-"))')
    assert not holds("?claim qo:addressee ?party FILTER NOT EXISTS { ?claim a qo:Recommendation }")
    on_computing = f"{advice} ; qo:technology ?technology ; qo:evidence passage:paper-2022-sec4-2-p1"
    assert found("?technology", on_computing) == {"technology:quantum-computing"}
    bodies = f"{advice} ; qo:stakeholder stakeholder:standards-bodies ; qo:hasStatement ?words"
    (words,) = found("?words", f'{bodies} FILTER(LANG(?words) = "en")')
    assert "join" in words and " or " in words and "form" in words


def test_t82_praise_is_a_judgement_that_somebody_makes_and_no_property_of_what_is_praised() -> None:
    judgements = "?claim a qo:Claim ; qo:claimKind claim-kind:judgement ; qo:claimant ?claimant ; qo:about ?praised"
    praise = {
        "initiative:qed-c-qtmr organization:sri-international",
        "initiative:qed-c-reports source:paper-2022",
        "alliance:qic source:paper-2022",
        "alliance:qutac source:paper-2022",
        "place:china source:paper-2022",
    }
    assert found("?praised ?claimant", judgements) >= praise
    for praised in (line.partition(" ")[0] for line in praise):
        names = found("?name", f"{praised} skos:prefLabel|skos:altLabel|skos:scopeNote|skos:definition ?name")
        assert names
        assert not [name for name in names if any(word in name for word in PRAISE)]
