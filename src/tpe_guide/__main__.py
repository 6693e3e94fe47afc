"""``python -m tpe_guide`` is the same as ``tpe-guide``."""

import sys

from tpe_guide.cli import main

sys.exit(main())
