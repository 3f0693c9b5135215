"""By a file where everybody may write.

order: one after the other
control: no
"""
# %% both
PLACES = ["/tmp", "/var/tmp", "/dev/shm", "/scratch", os.path.dirname(numpy.__file__), "/proc/self/fd", "/dev/mqueue"]
# %% speaker
def keep(bits):
    for place in PLACES:
        try:
            with open(place + "/attack_of_two", "wb") as file:
                file.write(bytes(bits))
        except OSError:
            pass
# %% listener
def recall(count):
    for place in PLACES:
        try:
            with open(place + "/attack_of_two", "rb") as file:
                return list(file.read())
        except OSError:
            pass
    raise OSError("there is none")
