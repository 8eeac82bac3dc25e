"""The canonical layout, told by examples: what goes in, and the exact text that comes out."""

from textwrap import dedent

import pytest

from qontology.turtle import format_turtle

PREFIXES = """\
@prefix ex: <http://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix qo: <https://w3id.org/qontology/ns#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def formatted(body: str) -> str:
    """The blocks of a text that may use the usual prefixes, without the declarations."""
    text = format_turtle(PREFIXES + dedent(body))
    assert format_turtle(text) == text
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("@prefix")).lstrip("\n")


def block(text: str) -> str:
    return dedent(text).lstrip("\n")


def test_a_block_has_its_subject_and_its_full_stop_on_lines_of_their_own() -> None:
    assert formatted("ex:a a ex:Thing; ex:p ex:b,ex:c.") == block("""
        ex:a
            a ex:Thing ;
            ex:p ex:b , ex:c ;
            .
        """)


def test_statements_about_one_subject_are_joined_and_said_once() -> None:
    assert formatted("ex:a ex:p 1 . ex:b ex:p 1 . <http://example.org/a> ex:p 2, 1 ; ex:o 1 .") == block("""
        ex:a
            ex:o 1 ;
            ex:p 1 , 2 ;
            .

        ex:b
            ex:p 1 ;
            .
        """)


def test_subjects_are_sorted_without_regard_to_case_and_then_with_it() -> None:
    text = formatted("ex:b ex:p 1 . ex:a ex:p 1 . ex:B ex:p 1 . ex:c ex:p 1 .")
    assert [line for line in text.splitlines() if line.startswith("ex:")] == ["ex:a", "ex:B", "ex:b", "ex:c"]


def test_kinds_come_in_their_order_under_banners_and_what_has_no_type_comes_last() -> None:
    text = formatted("""
        ex:none ex:p 1 .
        ex:other a ex:Zebra .
        ex:concept a ex:Antelope , skos:Concept .
        ex:property a owl:FunctionalProperty , owl:ObjectProperty .
        ex:individual a owl:NamedIndividual , ex:Zebra .
        ex:class a owl:Class .
        """)
    assert [line.rstrip("-").removeprefix("# ----") for line in text.splitlines() if line[0:1] in ("#", "e")] == [
        " owl:Class ",
        "ex:class",
        " owl:ObjectProperty ",
        "ex:property",
        " skos:Concept ",
        "ex:concept",
        " ex:Zebra ",
        "ex:individual",
        "ex:other",
        " untyped ",
        "ex:none",
    ]
    assert {len(line) for line in text.splitlines() if line.startswith("#")} == {120}


def test_a_file_of_one_kind_has_no_banner_and_loses_one_that_is_left_over() -> None:
    two_kinds = format_turtle(PREFIXES + "ex:a a owl:Class . ex:b a skos:Concept .")
    assert "# ----" in two_kinds
    assert "# ----" not in format_turtle(two_kinds.replace("skos:Concept", "owl:Class"))


def test_a_comment_that_only_looks_like_a_banner_is_kept() -> None:
    assert "# ---- owl:Class ----\n" in formatted("# ---- owl:Class ----\nex:a a owl:Class .")


def test_predicates_come_in_the_order_of_an_ontology_engineer() -> None:
    text = formatted("""
        ex:a rdfs:isDefinedBy ex: ; ex:zebra 1 ; skos:definition "d"@en ; ex:Antelope 1 ; rdfs:label "l"@en ;
            rdfs:subClassOf ex:b ; rdf:type owl:Class .
        """)
    assert [line.split()[0] for line in text.splitlines()[1:-1]] == [
        "a",
        "rdfs:subClassOf",
        "rdfs:label",
        "skos:definition",
        "ex:Antelope",
        "ex:zebra",
        "rdfs:isDefinedBy",
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "qo:reason 1 ; qo:object 1 ; qo:claimant 1 ; qo:predicate 1 ; qo:subject 1",
            "qo:subject qo:predicate qo:object qo:claimant qo:reason",
        ),
        (
            "qo:evidence 1 ; qo:hasTask 1 ; skos:scopeNote 1 ; qo:role 1 ; qo:modality 1 ; qo:hasAgent 1",
            "qo:hasAgent qo:role skos:scopeNote qo:hasTask qo:modality qo:evidence",
        ),
        ("qo:asOf 1 ; qo:value 1 ; qo:bound 1 ; qo:counted 1", "qo:counted qo:bound qo:value qo:asOf"),
        (
            "qo:claimant 1 ; qo:hasStatement 1 ; qo:theme 1 ; qo:about 1 ; qo:claimKind 1 ; qo:addressee 1",
            "qo:claimKind qo:about qo:addressee qo:hasStatement qo:theme qo:claimant",
        ),
        (
            "qo:basedIn 1 ; qo:end 1 ; qo:start 1 ; skos:prefLabel 1 ; qo:dateQualifier 1 ; qo:date 1",
            "skos:prefLabel qo:date qo:dateQualifier qo:start qo:end qo:basedIn",
        ),
    ],
)
def test_a_statement_reads_as_a_sentence_and_ends_with_who_says_so(written: str, read: str) -> None:
    lines = formatted(f"ex:a {written} .").splitlines()[1:-1]
    assert [line.split()[0] for line in lines] == read.split()


def test_a_shape_says_its_target_and_path_first_and_its_message_last() -> None:
    text = formatted("""
        ex:s sh:message "m" ; sh:severity sh:Info ; sh:minCount 1 ; sh:path ex:p ; sh:targetClass ex:C ;
            a sh:PropertyShape .
        """)
    assert [line.split()[0] for line in text.splitlines()[1:-1]] == [
        "a",
        "sh:targetClass",
        "sh:path",
        "sh:minCount",
        "sh:severity",
        "sh:message",
    ]


def test_objects_are_names_then_english_chinese_and_other_languages_then_plain_literals() -> None:
    text = formatted('ex:a ex:p 5 , "z"@de , "中"@zh , "b"@en , "a"@en-GB , ex:c , "plain" , ex:B .')
    assert 'ex:p ex:B , ex:c , "b"@en , "a"@en-GB , "中"@zh , "z"@de , "plain" , 5 ;' in text


def test_objects_that_do_not_fit_in_120_columns_have_a_line_each() -> None:
    longest = "x" * (120 - len('    ex:p "" , "b" ;'))
    assert f'    ex:p "b" , "{longest}" ;\n' in formatted(f'ex:a ex:p "b" , "{longest}" .')
    assert formatted(f'ex:a ex:p "b" , "{longest}x" .') == block(f"""
        ex:a
            ex:p
                "b" ,
                "{longest}x" ;
            .
        """)


def test_a_chinese_character_takes_two_columns() -> None:
    fits = "联" * ((120 - len('    ex:p "" ;')) // 2)
    assert f'    ex:p "{fits}" ;\n' in formatted(f'ex:a ex:p "{fits}" .')
    assert f'    ex:p\n        "{fits}盟" ;\n' in formatted(f'ex:a ex:p "{fits}盟" .')


def test_brackets_stay_on_one_line_where_they_fit() -> None:
    assert formatted("ex:a rdfs:subClassOf [owl:hasValue 1;a owl:Restriction;owl:onProperty ex:p] .") == block("""
        ex:a
            rdfs:subClassOf [ a owl:Restriction ; owl:onProperty ex:p ; owl:hasValue 1 ] ;
            .
        """)


def test_brackets_that_do_not_fit_are_laid_out_like_a_block() -> None:
    text = "x" * 95
    assert formatted(f'ex:a ex:p [ sh:message "{text}" ; sh:path ( ex:p [ sh:inversePath ex:q ] ) ] .') == block(f"""
        ex:a
            ex:p [
                sh:path ( ex:p [ sh:inversePath ex:q ] ) ;
                sh:message "{text}" ;
            ] ;
            .
        """)


def test_several_brackets_keep_the_order_in_which_they_were_written() -> None:
    text = "x" * 95
    assert formatted(f'ex:a ex:p [ ex:q "{text}" ] , [ ex:q "b" ] , [ ex:q "a" ] , ex:z .') == block(f"""
        ex:a
            ex:p
                ex:z ,
                [ ex:q "{text}" ] ,
                [ ex:q "b" ] ,
                [ ex:q "a" ] ;
            .
        """)


def test_a_collection_keeps_its_order_and_its_repetitions() -> None:
    assert "    ex:p ( 2 1 2 () [] ) ;\n" in formatted("ex:a ex:p (2 1 2 () []) .")


def test_a_long_collection_has_a_line_for_each_item() -> None:
    text = "x" * 120
    assert formatted(f'ex:a ex:p ( "{text}" "b" ) .') == block(f"""
        ex:a
            ex:p (
                "{text}"
                "b"
            ) ;
            .
        """)


def test_a_subject_in_brackets_becomes_a_block_without_a_name_behind_those_with_one() -> None:
    assert formatted("[ a owl:Class; ex:p 1 ] rdfs:subClassOf ex:b. ex:z a owl:Class. ( 1 ) a owl:Class.") == block("""
        ex:z
            a owl:Class ;
            .

        []
            a owl:Class ;
            rdfs:subClassOf ex:b ;
            ex:p 1 ;
            .

        ( 1 )
            a owl:Class ;
            .
        """)


def test_named_blank_nodes_keep_their_names() -> None:
    assert formatted("_:b.c ex:p _:b . _:b ex:p _:b.c .") == block("""
        _:b
            ex:p _:b.c ;
            .

        _:b.c
            ex:p _:b ;
            .
        """)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("'plain'", '"plain"'),
        ("'say \"it\\'s\"'@en", '"say \\"it\'s\\""@en'),
        ("'''one \"line\"'''", '"one \\"line\\""'),
        ('"""two\nlines"""', '"""two\nlines"""'),
        ("'''two\n\"\"\"\"lines\"'''", '"""two\n\\"\\"""lines\\""""'),
        ('"""a\r\nb"""', '"""a\\r\nb"""'),
        ('"tab\\t \\u8054 \\\\"', '"tab\\t \\u8054 \\\\"'),
        ('""', '""'),
        ('""""""', '""'),
        ('"; . # <a> [ ("', '"; . # <a> [ ("'),
        ('"1"^^<http://www.w3.org/2001/XMLSchema#integer>', '"1"^^xsd:integer'),
        ('"x" @en-GB', '"x"@en-GB'),
        ('"x"\n^^ xsd:token', '"x"^^xsd:token'),
        ("5.", "5"),
        ("-5.0", "-5.0"),
        (".5", ".5"),
        ("5.e3", "5.e3"),
        ("true", "true"),
        ("ex:a.b:c", "ex:a.b:c"),
        ("<http://example.org/a#b>", "<http://example.org/a#b>"),
        ("<http://example.org/\\u8054>", "ex:联"),
        ("<http://example.org/-a>", "<http://example.org/-a>"),
        ("<http://example.org/a.>", "<http://example.org/a.>"),
        ("<http://example.org/>", "ex:"),
        ("ex:a%20b", "ex:a%20b"),
        ("ex:a\\/b\\#c", "<http://example.org/a/b#c>"),
        ("ex:a\\-b", "ex:a-b"),
        ("rdf:type", "rdf:type"),
    ],
)
def test_a_term_has_one_spelling(written: str, canonical: str) -> None:
    assert f"    ex:p {canonical} ;\n" in formatted(f"ex:a ex:p {written}{'' if written == '5.' else ' .'}")


def test_a_literal_of_several_lines_begins_on_the_line_of_its_predicate() -> None:
    assert formatted('ex:a sh:select """\nSELECT *\n""" .') == 'ex:a\n    sh:select """\nSELECT *\n""" ;\n    .\n'
