"""Run with `python3 -m unittest discover --start-directory peers/tests --top-level-directory .`."""
