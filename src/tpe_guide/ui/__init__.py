"""The face: the only package that knows Qt."""

from tpe_guide.ui import pyside as pyside
