"""`python -m studyapp` and the `studyapp` command."""

from studyapp.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
