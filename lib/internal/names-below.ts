import { type ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Checker } from './errors';
import { type NameRule, nameFault } from './names';

/**
 * The name of a construct by its ids below the nearest chart, `fraud-api` for a service `api` in a construct `Fraud`: the
 * ids of charts and of the app would repeat the namespace. A direct child of a chart is named by its id alone.
 */
export function nameBelowChart(scope: IConstruct, id: string): string {
  const above = idsBelowChart(scope).filter((one) => !isHidden(one));
  const own = above.length > 0 && isHidden(id) ? [] : [id];
  return [...above.map(partOf), ...own].filter((part) => part !== '').join('-');
}

/** Refuses a name that the ids below the chart cannot make, at the id. It is not cut: a cut name could meet another. */
export function checkNameBelowChart(check: Checker, scope: IConstruct, id: string, rule: NameRule): void {
  const above = idsBelowChart(scope);
  const path = [...above, id].join('/');
  const unnamed = above.find((one) => !isHidden(one) && partOf(one) === '');
  const name = nameBelowChart(scope, id);
  const fault = nameFault(name, rule);
  if (above.every(isHidden)) {
    if (fault) check.at('id').refuse(name, fault, 'choose another construct id, or set the name prop');
  } else if (unnamed !== undefined) {
    const fix = `choose another id in ${path}, or set the name prop`;
    check.at('id').refuse(unnamed, 'an id with a letter from a to z or a digit, as a part of the name', fix);
  } else if (fault) {
    const isTooLong = nameFault('a'.repeat(name.length), rule) !== undefined;
    const change = isTooLong ? 'shorten the ids' : 'choose other ids';
    const got = isTooLong ? { toHumanString: () => `${name.length} characters: ${name}` } : name;
    check.at('id').refuse(got, fault, `${change} below the chart, ${path}, or set the name prop`);
  }
}

/** The name of an object that has none of its own; empty where no id names it. */
export function objectNameBelowChart(object: ApiObject): string {
  const ids = idsBelowChart(object).filter((id) => !isHidden(id) && id.toLowerCase() !== 'resource');
  // constructs of cdk8s-plus name their object like themselves
  return ids
    .map(partOf)
    .filter((part, i, parts) => part !== '' && part !== parts[i - 1])
    .join('-');
}

/** The ids from the nearest chart to the construct, that of the chart not among them. */
function idsBelowChart(construct: IConstruct): string[] {
  const ids: string[] = [];
  for (let at: IConstruct | undefined = construct; at && !Chart.isChart(at); at = at.node.scope)
    ids.unshift(at.node.id);
  return ids;
}

/** Ids that name nothing: the only child of a construct is `Default` by convention, and the app has none. */
function isHidden(id: string): boolean {
  return id === '' || id.toLowerCase() === 'default';
}

/** An id as a part of a name. */
function partOf(id: string): string {
  return id
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
