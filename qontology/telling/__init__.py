"""Telling: where facts become words, each with the passages that vouch for it."""
