"""The submission's side: the code that runs in the same process as a learner's code.

It holds no answers, and of the grader it imports only rooms that hold none either: ``protocol``,
``linux``, ``answering``, ``training`` and ``plain_keras``.
"""
