import { isIP } from 'node:net';
import { checkHost } from '../internal/checks/addresses';
import type { Checker } from '../internal/errors';
import type { PodSpec } from '../internal/kubernetes';
import { DNS_DEFAULTS } from './defaults';
import type { PodPlan } from './plan';
import { DnsPolicy, type PodDns } from './pod-options';
import type { PodProps } from './pod-props';

/** Most that the API server takes, pkg/apis/core/validation: MaxDNSNameservers, MaxDNSSearchPaths. */
const MOST = { nameservers: 3, searches: 32 };

/** Checks and decides `hostAliases`. */
export function planHostAliases(check: Checker, { hostAliases }: PodProps): PodPlan['hostAliases'] {
  const given = new Map<string, number>();
  return hostAliases?.map(({ ip, hostnames }, i) => {
    const at = check.at(i);
    checkAddress(at.at('ip'), ip);
    // the API server finds entries of the list by their address
    if (given.has(ip))
      at.at('ip').refuse(ip, `an address that hostAliases[${given.get(ip)}] does not have`, 'add the names there');
    given.set(ip, i);
    if (hostnames?.length === 0) at.at('hostnames').refuse([], 'at least one name', 'name the address');
    hostnames?.forEach((name, j) => {
      checkHost(at.at('hostnames').at(j), name);
    });
    return { ip, hostnames: [...(hostnames ?? [])] };
  });
}

/** Checks and decides `dnsPolicy` and `dnsConfig`. */
export function planDns(check: Checker, { dns }: PodProps): Pick<PodPlan, 'dnsPolicy' | 'dnsConfig'> {
  if (!dns) return {};
  const { policy = DNS_DEFAULTS.values.policy, nameservers = [], searches = [], options = {} } = dns;
  nameservers.forEach((address, i) => {
    checkAddress(check.at('nameservers').at(i), address);
  });
  searches.forEach((domain, i) => {
    checkHost(check.at('searches').at(i), domain);
  });
  for (const prop of ['nameservers', 'searches'] as const) {
    const count = dns[prop]?.length ?? 0;
    if (count > MOST[prop]) check.at(prop).refuse(count, `at most ${MOST[prop]}`, 'leave some out');
  }
  for (const name of Object.keys(options))
    if (name.trim() === '') check.at('options').at(name).refuse(name, 'the name of an option', "write it like 'ndots'");
  if (policy === DnsPolicy.NONE && nameservers.length === 0)
    check.at('nameservers').refuse(nameservers, 'a name server, where no other is used', 'give one, or another policy');
  // the API server fills the usual policy in
  return { dnsPolicy: policy === DNS_DEFAULTS.values.policy ? undefined : policy, dnsConfig: configOf(dns) };
}

function configOf({ nameservers = [], searches = [], options = {} }: PodDns): PodSpec['dnsConfig'] {
  const entries = Object.entries(options).map(([name, value]) => (value === '' ? { name } : { name, value }));
  if (nameservers.length + searches.length + entries.length === 0) return undefined;
  return {
    ...(nameservers.length > 0 ? { nameservers: [...nameservers] } : {}),
    ...(searches.length > 0 ? { searches: [...searches] } : {}),
    ...(entries.length > 0 ? { options: entries } : {}),
  };
}

function checkAddress(check: Checker, address: string): void {
  if (isIP(address) === 0) check.refuse(address, 'an address', "write it like '10.0.0.10'");
}
