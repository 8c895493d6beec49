#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands as a user or a script runs them: results, messages and exit statuses.

test-cli.py PROGRAM SAMPLE EXPECTED
"""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SAMPLE, EXPECTED = sys.argv[1:4]
TODAY = '2026-11-21'


def run(*arguments, status=0):
    """Runs the program without a display and without the user's settings; returns its output."""
    environment = {name: value for name, value in os.environ.items()
                   if name not in ('DISPLAY', 'WAYLAND_DISPLAY')}
    done = subprocess.run([PROGRAM, *arguments], env=environment, capture_output=True, text=True,
                          timeout=120)
    if done.returncode != status:
        raise AssertionError(f'{arguments}: status {done.returncode}, not {status}\n'
                             f'{done.stdout}{done.stderr}')
    return done


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def write(self, name, text):
        with open(self.path(name), 'w', encoding='utf-8') as file:
            file.write(text)
        return self.path(name)

    def read(self, name):
        with open(self.path(name), 'rb') as file:
            return file.read()


class Check(Folder):
    def report(self, *arguments):
        done = run('check', SAMPLE, '--format', 'json', '--today', TODAY, *arguments)
        return json.loads(done.stdout)

    def test_figures_are_those_of_an_independent_program(self):
        with open(EXPECTED, encoding='utf-8') as file:
            expected = json.load(file)
        report = self.report()
        for name, value in expected['metrics'].items():
            self.assertEqual(report['metrics'][name], value, name)
        for rule, items in expected['findings'].items():
            found = [finding['items'][0] for finding in report['findings']
                     if finding['rule'] == rule]
            self.assertEqual(sorted(found), sorted(items), rule)

    def test_report_has_the_names_of_the_contract(self):
        report = self.report()
        self.assertEqual(list(report), ['workspace', 'today', 'metrics', 'findings', 'waived'])
        self.assertEqual(report['today'], TODAY)
        self.assertEqual(list(report['findings'][0]),
                         ['rule', 'severity', 'items', 'title', 'detail', 'remedy'])
        self.assertEqual(list(report['metrics']['goals'][0]),
                         ['id', 'weight', 'effortDays', 'effortShare'])
        shares = [goal['effortShare'] for goal in report['metrics']['goals']]
        self.assertAlmostEqual(sum(shares), 1, places=4)

    def test_findings_come_by_severity(self):
        order = {'high': 0, 'medium': 1, 'low': 2}
        severities = [order[finding['severity']] for finding in self.report()['findings']]
        self.assertEqual(severities, sorted(severities))

    def test_one_rule(self):
        report = self.report('--rule', 'ALN-02', '--rule', 'ALN-07')
        rules = {finding['rule'] for finding in report['findings']}
        self.assertEqual(rules, {'ALN-02', 'ALN-07'})

    def test_fail_on(self):
        run('check', SAMPLE, '--fail-on', 'high', status=1)
        run('check', SAMPLE, '--fail-on', 'never')
        run('check', SAMPLE, '--fail-on', 'high', '--rule', 'ALN-08')
        run('check', SAMPLE, '--fail-on', 'medium', '--rule', 'ALN-08', status=1)

    def test_waived_is_listed_and_not_counted(self):
        with open(SAMPLE, encoding='utf-8') as file:
            document = json.load(file)
        document['waivers'] = [{'id': 'w1', 'rule': 'ALN-01', 'about': 'P17',
                                'reason': 'Ends in June'},
                               {'id': 'w2', 'rule': 'ALN-01', 'about': 'P20', 'reason': 'Over',
                                'until': '2026-11-20'}]
        path = self.write('waived.throughline.json', json.dumps(document))
        report = json.loads(run('check', path, '--format', 'json', '--today', TODAY).stdout)
        self.assertEqual(report['waived'],
                         [{'rule': 'ALN-01', 'items': ['P17'], 'reason': 'Ends in June'}])
        self.assertEqual(sum(finding['rule'] == 'ALN-01' for finding in report['findings']), 11)

    def test_empty_workspace_has_figures_that_are_null(self):
        path = self.write('empty.json', '{"format": "throughline-workspace", "version": 1}')
        metrics = json.loads(run('check', path, '--format', 'json').stdout)['metrics']
        self.assertIsNone(metrics['alignmentRate'])
        self.assertEqual(metrics['projects'], 0)
        self.assertIn('not known', run('check', path).stdout)

    def test_text_names_rules_items_and_remedies(self):
        text = run('check', SAMPLE, '--today', TODAY).stdout
        for part in ('64 %', '29 of 45', 'ALN-01', 'P17', '→'):
            self.assertIn(part, text)


class BadInput(Folder):
    def test_place_and_reason(self):
        cases = [
            ('{"format": "throughline-workspace", "version": 1,}', '1', '50'),
            ('{"format": "throughline-workspace",\n "version": 1,\n'
             ' "goals": [{"id": "G1", "priority": "x"}]}', '3', '37'),
        ]
        for text, line, column in cases:
            path = self.write('bad.json', text)
            done = run('check', path, status=2)
            self.assertEqual(done.stdout, '')
            self.assertIn(path, done.stderr)
            self.assertRegex(done.stderr, rf'\b{line}\D+{column}\b')

    def test_repairs_are_told(self):
        path = self.write('repaired.json', '{"format": "throughline-workspace", "version": 1, '
                          '"goals": [{"id": "G1", "owner": "nobody"}]}')
        self.assertIn('nobody', run('check', path).stderr)

    def test_bad_arguments(self):
        for arguments in (['check'], ['check', SAMPLE, '--nonsense'],
                          ['check', SAMPLE, '--today', 'soon'],
                          ['check', SAMPLE, '--fail-on', 'sometimes'],
                          ['check', SAMPLE, '--format', 'xml'],
                          ['check', SAMPLE, '--rule', 'ABC-99'],
                          ['check', self.path('missing.json')],
                          ['convert', SAMPLE], ['export', SAMPLE], ['new'],
                          ['export', SAMPLE, '-o', self.path('map.xyz')],
                          ['export', SAMPLE, '-o', self.path('no/such/folder/map.pdf')],
                          ['export', SAMPLE, '-o', self.path('map.pdf'), '--what', 'weather']):
            done = run(*arguments, status=2)
            self.assertEqual(done.stdout, '', arguments)
            self.assertTrue(done.stderr.startswith('throughline: '), (arguments, done.stderr))


class Convert(Folder):
    def test_canonical_form_is_a_fixed_point(self):
        run('convert', SAMPLE, self.path('a.json'))
        run('convert', self.path('a.json'), self.path('b.json'))
        self.assertEqual(self.read('a.json'), self.read('b.json'))
        self.assertEqual(run('check', SAMPLE, '--today', TODAY).stdout,
                         run('check', self.path('a.json'), '--today', TODAY).stdout)

    def test_newer_version_is_not_written(self):
        path = self.write('newer.json', '{"format": "throughline-workspace", "version": 2}')
        run('convert', path, self.path('out.json'), status=2)
        self.assertFalse(os.path.exists(self.path('out.json')))

    def test_result_validates(self):
        try:
            import jsonschema
        except ImportError:
            self.skipTest('python3-jsonschema is not installed')
        schema = json.loads(run('schema').stdout)
        run('convert', SAMPLE, self.path('a.json'))
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(json.loads(self.read('a.json')))


class New(Folder):
    def test_new_document_has_the_name_of_its_file(self):
        run('new', '-o', self.path('Plan 2027.throughline.json'))
        document = json.loads(self.read('Plan 2027.throughline.json'))
        self.assertEqual(document, {'format': 'throughline-workspace', 'version': 1,
                                    'title': 'Plan 2027'})

    def test_nothing_is_overwritten(self):
        path = self.write('kept.json', 'kept')
        run('new', '-o', path, status=2)
        self.assertEqual(self.read('kept.json'), b'kept')

    def test_template(self):
        run('new', '-o', self.path('a.json'), '--template', 'regional-railway')
        sample = os.path.join(os.path.dirname(SAMPLE), 'regional-railway.throughline.json')
        with open(sample, 'rb') as file:
            self.assertEqual(self.read('a.json'), file.read())

    def test_template_without_a_title_takes_that_of_its_file(self):
        run('new', '-o', self.path('Plan 2027.throughline.json'), '--template', 'goals-first')
        document = json.loads(self.read('Plan 2027.throughline.json'))
        self.assertEqual(document['title'], 'Plan 2027')
        self.assertEqual(len(document['goals']), 3)

    def test_unknown_template_names_those_there_are(self):
        result = run('new', '-o', self.path('a.json'), '--template', 'blank', status=2)
        self.assertIn('goals-first, regional-railway', result.stderr)
        self.assertFalse(os.path.exists(self.path('a.json')))

    def test_help_lists_the_templates(self):
        text = run('new', '--help').stdout
        for name in ('goals-first', 'regional-railway'):
            self.assertRegex(text, rf'\n  {name} +\S')


class Export(Folder):
    def test_types(self):
        for name, what, magic in (('map.pdf', 'map', b'%PDF'), ('map.svg', 'map', b'<?xml'),
                                  ('map.png', 'map', b'\x89PNG'), ('pack.pdf', 'pack', b'%PDF'),
                                  ('matrix.pdf', 'matrix', b'%PDF'),
                                  ('matrix.svg', 'matrix', b'<?xml'),
                                  ('matrix.png', 'matrix', b'\x89PNG'),
                                  ('summary.md', 'summary', b'# '),
                                  ('projects.csv', 'table', b'id,kind,title,')):
            run('export', SAMPLE, '-o', self.path(name), '--what', what, '--today', TODAY)
            self.assertTrue(self.read(name).startswith(magic), name)

    def test_arrangements(self):
        def export(*options, status=0):
            return run('export', SAMPLE, '-o', self.path('map.svg'), '--today', TODAY, *options,
                       status=status)
        export('--arrange', 'category')
        self.assertIn(b'Strategic, 4 projects, ', self.read('map.svg'))
        across = self.read('map.svg')
        export('--arrange', 'category', '--direction', 'down')
        self.assertNotEqual(self.read('map.svg'), across)
        export('--what', 'map:status', '--arrange', 'category', '--direction', 'right')
        self.assertIn(b'Strategic, 4 projects, ', self.read('map.svg'))
        self.assertIn(b'Live (43)', self.read('map.svg'))
        self.assertIn('quarter', export('--arrange', 'weather', status=2).stderr)
        self.assertIn('down', export('--direction', 'up', status=2).stderr)
        self.assertIn('pack', export('--what', 'pack', '--arrange', 'unit', status=2).stderr)

    def test_tables_hold_what_the_document_holds(self):
        with open(SAMPLE, encoding='utf-8') as file:
            document = json.load(file)
        for kind in ('goals', 'objectives', 'projects', 'people', 'links'):
            run('export', SAMPLE, '-o', self.path('table.csv'), '--what', f'table:{kind}')
            with open(self.path('table.csv'), encoding='utf-8', newline='') as file:
                rows = list(csv.DictReader(file))
            self.assertEqual([row['id'] for row in rows], [item['id'] for item in document[kind]])
            self.assertEqual([row['title'] for row in rows],
                             [item.get('title', '') for item in document[kind]])
        done = run('export', SAMPLE, '-o', self.path('table.csv'), '--what', 'table:places',
                   status=2)
        self.assertIn('projects', done.stderr)
        self.assertIn('table:people', run('export', '--help').stdout)

    def test_what_is_private_is_asked_for_by_name(self):
        with open(SAMPLE, encoding='utf-8') as file:
            document = json.load(file)
        document['people'][0]['nextStep'] = 'Ask about the autumn'
        path = self.write('plan.throughline.json', json.dumps(document))
        sizes = []
        for name, options in (('public.pdf', []), ('private.pdf', ['--private'])):
            run('export', path, '-o', self.path(name), '--what', 'pack', '--today', TODAY, *options)
            sizes.append(len(re.findall(rb'/Type /Page\b', self.read(name))))
        self.assertEqual(sizes[1], sizes[0] + 1)
        self.assertIn('--private', run('export', '--help').stdout)


class Help(unittest.TestCase):
    def test_help_tells_all_commands(self):
        text = run('--help').stdout
        for command in ('check', 'export', 'convert', 'new', 'schema'):
            self.assertIn(f'  {command} ', text)
            self.assertIn(f'throughline {command}', run(command, '--help').stdout)

    def test_version(self):
        self.assertRegex(run('--version').stdout, r'^Throughline \d+\.\d+\.\d+\n$')


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0]], verbosity=2)
