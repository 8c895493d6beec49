# SPDX-License-Identifier: GPL-3.0-or-later
"""What tells the desktop about the application is valid, and agrees with itself and the source."""

import configparser
import os
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree

import tree

DATA = 'data/' + tree.APP_ID
MEDIA_TYPE = 'application/vnd.throughline+json'
# What a software centre shows in full.
SUMMARY_LIMIT = 35


def run(problems, *command):
    """A validator's complaint, unless it is content or not there."""
    if shutil.which(command[0]) is None:
        print(f'not installed, so left out: {command[0]}')
        return
    result = subprocess.run(command, cwd=tree.TOP, capture_output=True, text=True)
    if result.returncode != 0:
        problems.append(f'{" ".join(command)}\n{result.stdout}{result.stderr}')


def check_metainfo(problems, path):
    """Ours has no home page, and those versions of AppStream that miss it are told so."""
    # Not --strict: the oldest supported version does not know the tag that the newest asks for.
    command = ['appstreamcli', 'validate', '--no-net', path]
    override = '--override=url-homepage-missing=info'
    found = []
    run(found, *command, override)
    if any('not recognized' in problem for problem in found):
        run(problems, *command)
    else:
        problems += found


def validate(problems, folder):
    """Let the validators read the files under the names that they are installed by."""
    for suffix in ('.desktop', '.metainfo.xml'):
        installed = os.path.join(folder, tree.APP_ID + suffix)
        shutil.copy(tree.absolute(DATA + suffix + '.in'), installed)
    packages = os.path.join(folder, 'mime', 'packages')
    os.makedirs(packages)
    shutil.copy(tree.absolute(DATA + '.xml.in'), os.path.join(packages, tree.APP_ID + '.xml'))

    here = os.path.join(folder, tree.APP_ID)
    run(problems, 'desktop-file-validate', here + '.desktop')
    check_metainfo(problems, here + '.metainfo.xml')
    run(problems, 'glib-compile-schemas', '--strict', '--dry-run', 'data')
    run(problems, 'update-mime-database', os.path.join(folder, 'mime'))
    if shutil.which('update-mime-database') is not None:
        compiled = os.path.join(folder, 'mime', *MEDIA_TYPE.split('/')) + '.xml'
        if not os.path.exists(compiled):
            problems.append(f'{DATA}.xml.in: does not declare {MEDIA_TYPE}')

    suffixes = ('.ui', '.svg', '.gschema.xml', '.xml.in', '.gresource.xml')
    xml = tree.files_of('data', *suffixes) + tree.files_of('src', *suffixes)
    run(problems, 'xmllint', '--noout', '--nonet', *xml)


def check_agreement(problems):
    """One name for everything, so that the parts of the desktop find each other."""
    desktop = configparser.ConfigParser(interpolation=None)
    desktop.read_string(tree.read(DATA + '.desktop.in'))
    entry = desktop['Desktop Entry']
    component = ElementTree.fromstring(tree.read(DATA + '.metainfo.xml.in'))
    schema = ElementTree.fromstring(tree.read(DATA + '.gschema.xml')).find('schema')
    service = configparser.ConfigParser(interpolation=None)
    service.read_string(tree.read(DATA + '.service.in'))
    project = tree.read('meson.build')

    version = re.search(r"version: '(.*?)'", project).group(1)
    path = '/' + tree.APP_ID.replace('.', '/') + '/'

    expected = [
        ('icon of the desktop file', entry['Icon'], tree.APP_ID),
        ('media type of the desktop file', entry['MimeType'], MEDIA_TYPE + ';'),
        ('metainfo id', component.findtext('id'), tree.APP_ID),
        ('metainfo launchable', component.findtext('launchable'), tree.APP_ID + '.desktop'),
        ('metainfo name', component.findtext('name'), entry['Name']),
        ('metainfo media type', component.findtext('provides/mediatype'), MEDIA_TYPE),
        ('schema id', schema.get('id'), tree.APP_ID),
        ('schema path', schema.get('path'), path),
        ('D-Bus name', service['D-BUS Service']['name'], tree.APP_ID),
        ('id in meson.build', re.search(r"app_id = '(.*)'", project).group(1), tree.APP_ID),
        ('newest release', component.find('releases/release').get('version'), version),
    ]
    problems += [f'{what}: {found}, not {wanted}'
                 for what, found, wanted in expected if found != wanted]

    summary = component.findtext('summary')
    if len(summary) > SUMMARY_LIMIT or summary.endswith('.'):
        problems.append(f'metainfo summary: too long, or a sentence: {summary}')
    for release in component.iter('release'):
        if release.find('description') is None:
            problems.append(f'metainfo: no note on release {release.get("version")}')


def check_settings(problems):
    """A key that nobody reads is a promise that nobody keeps."""
    source = ''.join(tree.read(path) for path in tree.files_of('src', '.c', '.h', '.ui'))
    for key in ElementTree.fromstring(tree.read(DATA + '.gschema.xml')).iter('key'):
        if f'"{key.get("name")}"' not in source:
            problems.append(f'{DATA}.gschema.xml: nothing in src reads {key.get("name")}')


def main():
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        validate(problems, folder)
    check_agreement(problems)
    check_settings(problems)
    tree.finish(problems)


main()
