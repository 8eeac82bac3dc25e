"""The pages of a site: things, terms, rules, questions, lists, and views across all alliances."""
