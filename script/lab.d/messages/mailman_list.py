"""A mailing list of GNU Mailman 3, without its daemons: the handlers of its pipeline are called one by one."""

import functools
import os
import sys
import tempfile

# Debian keeps Mailman where all Python packages are.
from mailman.config import config
from mailman.core.initialize import initialize_1, initialize_2
from mailman.email.message import Message
import email


@functools.cache
def staff():
    """The list staff@lists.test, in a database of its own."""
    home = tempfile.mkdtemp(dir=os.environ["MAILAUDIT_LAB_MESSAGES"])
    path = os.path.join(home, "mailman.cfg")
    with open(path, "w") as file:
        file.write(f"[mailman]\nlayout: here\nsite_owner: owner@lists.test\n[paths.here]\nvar_dir: {home}\n"
                   "[mta]\nincoming: mailman.mta.null.NullMTA\n")
    initialize_1(path)
    initialize_2()
    from mailman.app.lifecycle import create_list

    domain_manager().add("lists.test")
    mlist = create_list("staff@lists.test")
    mlist.subject_prefix = "[Staff] "
    return mlist


def domain_manager():
    from mailman.interfaces.domain import IDomainManager
    from zope.component import getUtility

    return getUtility(IDomainManager)


def post(octets, features):
    """What subscribers get of a post, by features: prefix, footer, munge, strip."""
    from mailman.interfaces.mailinglist import DMARCMitigateAction

    mlist = staff()
    message = email.message_from_bytes(octets.replace(b"\r\n", b"\n"), Message)
    data = {"listid": mlist.list_id, "original_sender": message["from"]}
    mlist.filter_content = "strip" in features
    mlist.pass_types = ["multipart", "text/plain", "text/html"]
    mlist.dmarc_mitigate_action = (
        DMARCMitigateAction.munge_from if "munge" in features else DMARCMitigateAction.no_mitigation)
    mlist.dmarc_mitigate_unconditionally = True
    if "strip" in features:
        config.handlers["mime-delete"].process(mlist, message, data)
    if "prefix" in features:
        config.handlers["subject-prefix"].process(mlist, message, data)
    if "headers" in features:
        config.handlers["cook-headers"].process(mlist, message, data)
        config.handlers["rfc-2369"].process(mlist, message, data)
    if "munge" in features:
        config.handlers["dmarc"].process(mlist, message, data)
    if "footer" in features:
        config.handlers["decorate"].process(mlist, message, data)
    return message.as_bytes().replace(b"\n", b"\r\n")
