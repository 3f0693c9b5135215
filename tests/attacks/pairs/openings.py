"""By opening a file that the other watches.

order: at once
"""
# %% both
FILE = numpy.__file__
# %% speaker
def say(bit):
    for _ in range(5 * bit):
        os.close(os.open(FILE, os.O_RDONLY))
# %% listener
WATCH = call((294, 26), os.O_NONBLOCK)
call((254, 27), WATCH, FILE.encode(), 0x20)
def hear():
    try:
        return bool(os.read(WATCH, 4096))
    except BlockingIOError:
        return False
