import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LocatedManifest } from '../../lib/rules/cluster/item';
import { RULES } from '../../lib/rules/registry';
import { Rules } from '../../lib/rules/rules';
import { runRules } from '../../lib/rules/run';
import { broken, check, manifests } from './support';

const byId = RULES.map((rule) => [rule.id, rule] as const);

describe.each(byId)('%s', (id, rule) => {
  test('raises nothing on its good example', () => {
    expect(check(rule.good)).toEqual([]);
  });

  test('alone objects to its bad example', () => {
    expect(broken(rule.bad)).toEqual([id]);
  });

  test('names object, place, field and fix', () => {
    for (const finding of check(rule.bad)) {
      const document = manifests(rule.bad).find(({ where }) => where === finding.where)!.manifest;
      expect(finding.object).toContain(document.metadata.name);
      expect(finding.severity).toBe(rule.severity);
      expect(finding.prop).not.toBe('');
      expect(finding.expected).toMatch(/\w{2}/);
      expect(finding.fix).toMatch(/^[a-z'].{10,}/);
    }
  });

  test('can be waived with a reason on the object', () => {
    const objects = manifests(rule.bad);
    for (const finding of check(rule.bad)) waive(objects, finding.where, id, 'known and accepted');
    const findings = runRules(objects);
    expect(findings.filter(({ waived }) => waived === undefined)).toEqual([]);
    expect(findings.find((finding) => finding.rule === id)?.waived).toBe('known and accepted');
  });

  test('is not silenced by an empty reason', () => {
    const objects = manifests(rule.bad);
    for (const finding of check(rule.bad)) waive(objects, finding.where, id, ' ');
    const open = runRules(objects).filter(({ waived }) => waived === undefined);
    expect(open.map((finding) => finding.rule)).toContain(id);
    expect(open.map((finding) => finding.rule)).toContain('waiver-without-reason');
  });

  test('has texts for its page', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(rule.title).toMatch(/^[A-Z].*[^.]$/);
    expect(rule.why).toMatch(/^[A-Z][\s\S]*\.$/);
    expect(rule.fix).toMatch(/^[A-Z][\s\S]*\.$/);
  });
});

function waive(objects: LocatedManifest[], where: string, rule: string, reason: string) {
  const { metadata } = objects.find((object) => object.where === where)!.manifest;
  metadata.annotations = { ...metadata.annotations, [`cdk8s-ml.io/waive-${rule}`]: reason };
}

describe('the registry', () => {
  test('holds each file of the catalogue once, under the id that names the file', () => {
    const files = readdirSync(join(__dirname, '../../lib/rules/catalogue')).map((file) => file.replace('.ts', ''));
    expect(RULES.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  test('is what Rules.all() tells', () => {
    expect(Rules.all().map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
    expect(Rules.all()[0]).toEqual({
      id: RULES[0].id,
      severity: RULES[0].severity,
      title: RULES[0].title,
      why: RULES[0].why,
      fix: RULES[0].fix,
    });
  });
});
