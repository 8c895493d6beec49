# SPDX-License-Identifier: GPL-3.0-or-later
"""Drive a GTK 4 program from outside, as a user with a screen reader, a mouse and a keyboard would.

What is read comes over the accessibility bus; what is done goes through the accessible actions of
the program, or through the X server. Every look waits until what is looked for is there, so a
script needs no pauses. To be run by in-display.

Facts that shape this file, as measured with GTK 4.8 and 4.18:

- Places are told in the coordinates of the window, never of the screen, and their zero is not the
  corner of the X window: without a compositor GTK draws a border inside of it.
- The actions of a window are accessible actions of its frame, by their full names: "win.undo".
- Only the frame says that it is showing; no other node does. No node can be given the focus.
- A button is a 'push button' on one version, and a 'button' or a 'toggle button' on the other; a
  group is a 'panel' on one and a 'grouping' on the other.
- A node without a name is named after its type.
- A button that is clicked by its action shows itself pressed for a quarter of a second, and only
  then acts: wait for what it does before anything else is done.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
import warnings

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

# The bindings call names of their own that they say not to call.
warnings.simplefilter('ignore', DeprecationWarning)

POLL_SECONDS = 0.03
# Only a test that fails waits as long; a busy machine can need seconds for what takes a moment.
TIMEOUT_SECONDS = 60
# A pointer that jumps is a click to a gesture; a drag has to be seen to move.
DRAG_STEPS = 10
DRAG_STEP_SECONDS = 0.016

BUTTON = ('push button', 'button', 'toggle button')
ENTRY = ('text', 'entry', 'text box')
GROUP = ('panel', 'grouping')
WINDOW = ('frame', 'window', 'dialog', 'alert')

# What the libraries of Debian 12 say on a bare session without any fault of the program.
HARMLESS = re.compile(r'dbind-WARNING|SpiRegistry|fd limit|portal|No such interface .*Cache')


# The bus gives a program less than a second to answer, and to build a window on a busy machine
# can take longer.
Atspi.set_timeout(TIMEOUT_SECONDS * 1000, TIMEOUT_SECONDS * 1000)


class Failure(AssertionError):
    """What the test expected did not happen."""


def wait_until(condition, what, timeout=TIMEOUT_SECONDS, alive=None):
    """Ask again and again until the condition answers something true, and return that.

    A node may go away while it is looked at; that is an error of the bus, and means to look again.
    """
    end = time.monotonic() + timeout
    while True:
        if alive is not None:
            alive()
        try:
            answer = condition()
            if answer:
                return answer
        except GLib.Error:
            pass
        if time.monotonic() > end:
            raise Failure(f'waited {timeout} s in vain for {what}')
        time.sleep(POLL_SECONDS)


def _forget(accessible):
    """Let the next question about a node go to the program. Newer bindings do it for one node."""
    forget = getattr(accessible, 'clear_cache_single', accessible.clear_cache)
    forget()


class Node:
    """A node of the accessible tree: something that a user can see, hear or use."""

    def __init__(self, app, accessible):
        self.app = app
        self.accessible = accessible

    def __repr__(self):
        return f'{self.role} {self.name!r}'

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def name(self):
        # A node that is used again for something else tells its new name, but only to who listens.
        _forget(self.accessible)
        return self.accessible.get_name() or ''

    @property
    def description(self):
        _forget(self.accessible)
        return self.accessible.get_description() or ''

    @property
    def text(self):
        """The text of an entry; of anything else, its name."""
        if 'Text' in self.accessible.get_interfaces():
            count = Atspi.Text.get_character_count(self.accessible)
            return Atspi.Text.get_text(self.accessible, 0, count)
        return self.name

    @property
    def actions(self):
        count = self.accessible.get_n_actions()
        return [self.accessible.get_action_name(i) for i in range(count)]

    @property
    def children(self):
        _forget(self.accessible)
        found = map(self.accessible.get_child_at_index, range(self.accessible.get_child_count()))
        return [Node(self.app, child) for child in found if child is not None]

    def has_state(self, name):
        """Whether the node is in a state, such as 'focused', 'sensitive' or 'checked'.

        A node that is gone is in none; the bus may go on to list it for a while.
        """
        state = getattr(Atspi.StateType, name.upper())
        _forget(self.accessible)
        try:
            return self.accessible.get_state_set().contains(state)
        except GLib.Error:
            return False

    def walk(self):
        """This node and all under it, in the order of the tree, at about 2 ms a node.

        A node that goes away meanwhile is passed over.
        """
        yield self
        try:
            children = self.children
        except GLib.Error:
            return
        for child in children:
            yield from child.walk()

    def is_in(self, other):
        """Whether the node is another one or anywhere under it."""
        accessible = self.accessible
        while accessible is not None and accessible != other.accessible:
            accessible = accessible.get_parent()
        return accessible is not None

    def matches(self, role=None, name=None):
        """Whether the node has a role, or one of some, and a name, as a regex."""
        roles = (role,) if isinstance(role, str) else role
        try:
            return ((roles is None or self.role in roles)
                    and (name is None or re.fullmatch(name, self.name) is not None))
        except GLib.Error:
            return False

    def find_all(self, role=None, name=None):
        """All such nodes at and under this one."""
        return [node for node in self.walk() if node.matches(role, name)]

    def find(self, role=None, name=None):
        """The first such node, or None."""
        return next((node for node in self.walk() if node.matches(role, name)), None)

    @property
    def is_shown(self):
        """Whether the node has a place in the window: what is on a page behind has none."""
        try:
            _, _, width, height = self.extents
        except GLib.Error:
            return False
        return width > 0 and height > 0

    def get(self, role=None, name=None, timeout=TIMEOUT_SECONDS):
        """The first such node, as soon as there is one."""
        return self.app.wait(lambda: self.find(role, name), f'{role or "node"} {name!r}', timeout)

    def get_gone(self, role=None, name=None, timeout=TIMEOUT_SECONDS):
        """Wait until there is no such node."""
        self.app.wait(lambda: self.find(role, name) is None,
                      f'{role or "node"} {name!r} to go', timeout)

    def act(self, action='click'):
        """Do one of the node's actions."""
        actions = self.actions
        if action not in actions:
            raise Failure(f'{self!r} has no action {action!r}, but {", ".join(actions) or "none"}')
        try:
            done = self.accessible.do_action(actions.index(action))
        except GLib.Error as error:
            raise Failure(f'the program did not survive {action!r}: {error.message}') from None
        if not done:
            raise Failure(f'{self!r} did not do {action!r}')

    def set_text(self, text):
        """Replace the text of an entry without a keyboard."""
        if not Atspi.EditableText.set_text_contents(self.accessible, text):
            raise Failure(f'{self!r} did not take a text')

    @property
    def extents(self):
        """x, y, width and height, in pixels of the window."""
        box = self.accessible.get_extents(Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    @property
    def centre(self):
        """The middle of the node, in pixels of the screen."""
        left, top = self.app.origin()
        x, y, width, height = self.extents
        return left + x + width // 2, top + y + height // 2

    def click(self, button=1, modifier=None):
        """Press a mouse button in the middle of the node, perhaps with a modifier key held."""
        self.app.click_at(*self.centre, button=button, modifier=modifier)

    def drag_to(self, other):
        """Drag from the middle of this node to the middle of another."""
        self.app.drag(self.centre, other.centre)


class App:
    """A running program and its first window. A context manager: it is closed at the end."""

    def __init__(self, *arguments, env=None):
        # Out of the way, where it points at nothing.
        self.move_to(0, 0)
        settings = {'G_DEBUG': 'fatal-warnings', 'G_ENABLE_DIAGNOSTIC': '1', **(env or {})}
        self.arguments = arguments
        self.stderr = tempfile.TemporaryFile('w+', encoding='utf-8', errors='replace')
        self.process = subprocess.Popen(arguments, env={**os.environ, **settings},
                                        stderr=self.stderr)
        self.last_focused = None
        self.renamed = []
        self.listeners = [self._listen('object:state-changed:focused', self._focus_cb),
                          self._listen('object:property-change:accessible-name', self._name_cb)]
        try:
            self.root = self.wait(self._find_root, 'the program on the bus')
            self.window = self.wait(lambda: self.root.find(WINDOW), 'a window')
        except BaseException:
            self._abandon()
            raise

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            self.close()
        else:
            self._abandon()

    @staticmethod
    def _listen(event, callback):
        listener = Atspi.EventListener.new(callback)
        listener.register(event)
        return listener

    @staticmethod
    def _hear():
        """Take in what the bus has told meanwhile."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass

    def _focus_cb(self, event):
        if event.detail1:
            self.last_focused = event.source

    def _name_cb(self, event):
        self.renamed.append((event.any_data, event.source))

    def find_renamed(self, role, name):
        """A node that has been given that name, a regex, since this was last asked; or None.

        Nothing is missed that was there for a short time only, however slow the machine is.
        """
        self._hear()
        while self.renamed:
            told, source = self.renamed.pop(0)
            node = Node(self, source)
            if re.fullmatch(name, told) and node.role == role:
                return node
        return None

    def _find_root(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                return Node(self, child)
        return None

    def _abandon(self):
        """Keep what can tell why a test failed: the last picture, and what the program said."""
        if self.process.poll() is None:
            self.screenshot('failure')
            self.process.kill()
            self.process.wait()
        sys.stderr.write(self.messages() and f'The program said:\n{self.messages()}')

    def messages(self):
        """What the program has written to its standard error, without the noise of the session."""
        self.stderr.seek(0)
        return ''.join(line for line in self.stderr if line.strip() and not HARMLESS.search(line))

    def check_alive(self):
        status = self.process.poll()
        if status is not None:
            raise Failure(f'the program ended with status {status}')

    def wait(self, condition, what, timeout=TIMEOUT_SECONDS):
        """As wait_until(), but a program that has ended is not waited for."""
        return wait_until(condition, what, timeout, self.check_alive)

    def find(self, role=None, name=None):
        return self.root.find(role, name)

    def get(self, role=None, name=None, timeout=TIMEOUT_SECONDS):
        return self.root.get(role, name, timeout)

    def get_gone(self, role=None, name=None, timeout=TIMEOUT_SECONDS):
        self.root.get_gone(role, name, timeout)

    def find_last_focused(self):
        """The node that was last told to have the keyboard focus, if it has it still.

        This takes no look at the tree, which is what takes time.
        """
        self._hear()
        if self.last_focused is not None:
            node = Node(self, self.last_focused)
            if node.has_state('focused'):
                return node
        return None

    def find_focused(self):
        """The node that has the keyboard focus: the one last told of, or the first in the tree."""
        node = self.find_last_focused()
        if node is not None:
            return node
        return next((node for node in self.root.walk()
                     if node.has_state('focused') and node.role not in WINDOW), None)

    def get_focused(self):
        """The node that has the keyboard focus, as soon as there is one."""
        return self.wait(self.find_focused, 'a node with the focus')

    def activate(self, action):
        """Run an action of the window, such as 'win.undo'."""
        self.window.act(action)

    # The pointer and the keyboard.

    def _xdotool(self, *arguments):
        result = subprocess.run(['xdotool', *map(str, arguments)], capture_output=True, text=True)
        if result.returncode != 0:
            raise Failure(f'xdotool {" ".join(map(str, arguments))}: {result.stderr.strip()}')
        return result.stdout

    def x_window(self):
        """The number by which the X server knows the newest window of the program."""
        def search():
            pid = str(self.process.pid)
            command = ['xdotool', 'search', '--onlyvisible', '--pid', pid, '--name', '.']
            return subprocess.run(command, capture_output=True, text=True).stdout.split()[-1:]
        return self.wait(search, 'a window on the screen')[0]

    def origin(self):
        """The place on the screen of the zero of the window's coordinates.

        The first child of the frame fills it, so what the X window is wider is GTK's border, twice.
        """
        lines = self._xdotool('getwindowgeometry', '--shell', self.x_window()).split()
        geometry = dict(line.split('=') for line in lines)
        x, y, width, _ = self.window.children[0].extents
        border = (int(geometry['WIDTH']) - width) // 2
        return int(geometry['X']) + border - x, int(geometry['Y']) + border - y

    def move_to(self, x, y):
        self._xdotool('mousemove', x, y)

    def click_at(self, x, y, button=1, modifier=None):
        held = ['keydown', modifier] if modifier is not None else []
        let_go = ['keyup', modifier] if modifier is not None else []
        self._xdotool('mousemove', x, y, *held, 'click', button, *let_go)

    def scroll(self, x, y, clicks, modifier=None):
        """Turn the wheel over a place, down if positive, perhaps with a modifier key held."""
        self.move_to(x, y)
        held = ['keydown', modifier] if modifier is not None else []
        let_go = ['keyup', modifier] if modifier is not None else []
        button = 5 if clicks > 0 else 4
        self._xdotool(*held, 'click', '--repeat', abs(clicks), '--delay', 20, button, *let_go)

    def drag(self, start, end, button=1, modifier=None, cancel_with=None, before_release=None):
        """Drag from one place of the screen to another, perhaps with a modifier key held; or press
        a key before letting go."""
        if modifier is not None:
            self._xdotool('keydown', modifier)
        self._xdotool('mousemove', *start, 'mousedown', button)
        for step in range(1, DRAG_STEPS + 1):
            x = start[0] + (end[0] - start[0]) * step // DRAG_STEPS
            y = start[1] + (end[1] - start[1]) * step // DRAG_STEPS
            self.move_to(x, y)
            time.sleep(DRAG_STEP_SECONDS)
        if before_release is not None:
            before_release()
        if cancel_with is not None:
            self.key(cancel_with)
        self._xdotool('mouseup', button)
        if modifier is not None:
            self._xdotool('keyup', modifier)

    def type(self, text):
        """Type a text into whatever has the focus."""
        self._xdotool('type', '--delay', 12, '--', text)

    def key(self, *keys):
        """Press keys one after the other, by the names of X: 'ctrl+z', 'Escape', 'F5'."""
        self._xdotool('key', '--delay', 12, *keys)

    def screenshot(self, name):
        """Keep a picture of the whole screen among the artefacts."""
        folder = os.environ.get('ARTEFACTS', os.path.join(os.getcwd(), 'artefacts'))
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, f'{name}.png')
        subprocess.run(['import', '-window', 'root', path], check=True)
        return path

    def close(self, action=None):
        """End the program, by an action of the window or by a signal. It may not end in a crash."""
        if action is not None:
            self.activate(action)
        elif self.process.poll() is None:
            self.process.terminate()
        self.wait_for_end()

    def wait_for_end(self):
        """Wait for the program to end by itself."""
        try:
            status = self.process.wait(TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired:
            self._abandon()
            raise Failure(f'the program did not end within {TIMEOUT_SECONDS} s') from None
        # The signal that was sent is no crash.
        if status not in (0, -15):
            sys.stderr.write(self.messages())
            raise Failure(f'the program ended with status {status}')
