"""The command ``township``: a file a command."""


def main() -> None:
    """Run the command line and exit with its code."""
    from township_analysis.cli.app import run

    run()
