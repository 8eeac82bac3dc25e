"""The guard is tried with what the engines are tried with: a canary that nobody may ask, a process that may die."""

from engine.conftest import canary, survives

__all__ = ["canary", "survives"]
