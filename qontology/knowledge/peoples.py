"""Peoples, and short names of countries, as askers say them in English, with the places that they mean."""

from __future__ import annotations

__all__ = ["PLACES"]

PEOPLES = {
    "Australia": "Australian, Australians",
    "Austria": "Austrian, Austrians",
    "Belgium": "Belgian, Belgians",
    "Brazil": "Brazilian, Brazilians",
    "Canada": "Canadian, Canadians",
    "China": "Chinese, PRC",
    "Czechia": "Czech, Czechs, Czech Republic",
    "Denmark": "Danish, Danes",
    "Europe": "European, Europeans",
    "Finland": "Finnish, Finns",
    "France": "French",
    "Germany": "German, Germans",
    "India": "Indian, Indians",
    "Ireland": "Irish",
    "Israel": "Israeli, Israelis",
    "Italy": "Italian, Italians",
    "Japan": "Japanese",
    "Latvia": "Latvian, Latvians",
    "Netherlands": "Dutch, Holland",
    "Nordic countries": "Nordic",
    "Norway": "Norwegian, Norwegians",
    "Poland": "Polish, Poles",
    "Russia": "Russian, Russians",
    "Singapore": "Singaporean, Singaporeans",
    "Slovakia": "Slovak, Slovaks",
    "South Africa": "South African, South Africans",
    "South Korea": "Korean, Koreans, Korea",
    "Spain": "Spanish",
    "Sweden": "Swedish, Swedes",
    "Switzerland": "Swiss",
    "Taiwan": "Taiwanese",
    "Thailand": "Thai",
    "United Kingdom": "British, Britain, UK",
    "United States": "American, Americans, America, US, USA",
}
PLACES = {name: place for place, names in PEOPLES.items() for name in names.split(", ")}
"""The place behind each name of a people, and behind each name that is no official one."""
