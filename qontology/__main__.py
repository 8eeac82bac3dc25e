"""``python -m qontology``, the same as the command ``qontology``."""

from .cli import run

if __name__ == "__main__":
    run()
