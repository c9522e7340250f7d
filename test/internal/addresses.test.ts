import { hasHostBits, isWithin, network, parseCidr } from '../../lib/internal/addresses';

test.each(['10.0.0.0/8', '0.0.0.0/0', '192.0.2.7/32', '::/0', '2001:db8::/32', 'fd00:1:2:3:4:5:6:7/128'])(
  '%s is a range, and is printed as it was written',
  (text) => {
    const cidr = parseCidr(text)!;
    expect(hasHostBits(cidr)).toBe(false);
    expect(network(cidr)).toBe(text);
  },
);

test.each([
  ['10.0.0.1/8', '10.0.0.0/8'],
  ['192.0.2.255/25', '192.0.2.128/25'],
  ['2001:db8::1/64', '2001:db8::/64'],
  ['2001:db8:ffff::/33', '2001:db8:8000::/33'],
  ['64:ff9b::192.0.2.1/96', '64:ff9b::/96'],
  ['1:0:0:2:0:0:0:3/127', '1:0:0:2::2/127'],
])('%s has bits beyond its prefix, and means %s', (text, meant) => {
  const cidr = parseCidr(text)!;
  expect(hasHostBits(cidr)).toBe(true);
  expect(network(cidr)).toBe(meant);
});

test.each([
  '10.0.0.0',
  '10.0.0.0/33',
  '10.0.0.0/08',
  '10.0.0/8',
  '::/129',
  'fe80::1%eth0/64',
  '::ffff:10.0.0.0/104',
  'a/8',
  '',
])("'%s' is none", (text) => expect(parseCidr(text)).toBeUndefined());

test.each([
  ['10.1.0.0/16', '10.0.0.0/8', true],
  ['10.0.0.0/8', '10.0.0.0/8', false],
  ['10.0.0.0/8', '10.1.0.0/16', false],
  ['11.0.0.0/16', '10.0.0.0/8', false],
  ['::/1', '0.0.0.0/0', false],
  ['2001:db8:1::/48', '2001:db8::/32', true],
])('%s is a part of %s: %s', (inner, outer, is) => {
  expect(isWithin(parseCidr(inner)!, parseCidr(outer)!)).toBe(is);
});
