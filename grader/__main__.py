"""``python -m grader``."""

from grader.commandline.main import main

if __name__ == "__main__":
    main()
