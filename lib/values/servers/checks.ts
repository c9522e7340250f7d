import { checkWhole } from '../../internal/checks/numbers';
import type { Checker } from '../../internal/errors';
import { checkName } from '../../internal/names';
import type { ServerOptions } from './options';

/** Refuses what is wrong in the options of any server. */
export function checkServer(check: Checker, options: ServerOptions): void {
  for (const [name, value] of Object.entries(options.env ?? {})) {
    checkName(check.at('env').at(name), name, 'env');
    if (typeof value !== 'string') check.at('env').at(name).refuse(value, 'text', `write '${value}'`);
  }
  checkId(check.at('user'), options.user);
  checkId(check.at('group'), options.group);
}

/** Refuses two ports with one number; `defaults` has the numbers of those that are left out. */
export function checkPortsApart(check: Checker, options: object, defaults: object): void {
  const ports = Object.entries({ ...defaults, ...options }).filter(([prop]) => /port$/i.test(prop));
  const numbers = ports.map(([prop, port]) => port ?? (defaults as Record<string, number>)[prop]);
  ports.forEach(([prop], i) => {
    const first = numbers.indexOf(numbers[i]);
    if (first < i)
      check
        .at(prop)
        .refuse(numbers[i], `another port than that of ${ports[first][0]}`, 'choose another for one of them');
  });
}

function checkId(check: Checker, id: number | undefined): void {
  if (id === undefined) return;
  if (id === 0)
    check.refuse(
      id,
      'a user or group that is not root',
      'leave it out, or say why in security: PodSecurity.relaxed(...)',
    );
  else checkWhole(check, id, { min: 1 }, 'give the numeric id');
}
