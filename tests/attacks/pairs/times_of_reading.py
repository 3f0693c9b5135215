"""By reading files: when a file was last read is kept with it.

order: one after the other
control: no
"""
# %% both
import glob
FILES = sorted(glob.glob(os.path.join(os.path.dirname(numpy.__file__), "**", "*.pyi"), recursive=True))
# %% speaker
def keep(bits):
    for file, bit in zip(FILES, bits):
        if bit:
            open(file, "rb").read()
# %% listener
def recall(count):
    return [time.time() - os.stat(file).st_atime < 60 for file in FILES[:count]]
