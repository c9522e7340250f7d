import { PodSecurity } from '../../lib/values';
import { defaultPodSecurity } from '../../lib/values/pod-security/definition';
import type { PodSecurityContext } from '../../lib/values/pod-security/plan';
import { fixesOf } from './support';

const CONTEXT: PodSecurityContext = { imageUser: { user: 2000, group: 2001 }, needsWritableRoot: false };
const NVIDIA: PodSecurityContext = { ...CONTEXT, needsWritableRoot: true };
const planOf = (security: PodSecurity, context = CONTEXT) => security._definition.plan(context);
const faults = (security: PodSecurity) => fixesOf((check) => security._definition.check(check, CONTEXT));

test('where nothing is given, the pod is restricted and runs as the user of the image', () => {
  const expected = { mode: 'restricted', user: 2000, group: 2001, readOnlyRoot: true, capabilities: [] };
  expect(defaultPodSecurity.plan(CONTEXT)).toEqual(expected);
  expect(planOf(PodSecurity.restricted())).toEqual(expected);
});

test('the group follows a user that is given, unless it is given too', () => {
  expect(planOf(PodSecurity.restricted({ user: 7 }))).toMatchObject({ user: 7, group: 7 });
  expect(planOf(PodSecurity.restricted({ group: 8 }))).toMatchObject({ user: 2000, group: 8 });
});

test('the root file system is read-only unless a device needs to write to it, or the user says otherwise', () => {
  expect(planOf(PodSecurity.restricted(), NVIDIA).readOnlyRoot).toBe(false);
  expect(planOf(PodSecurity.restricted({ readOnlyRootFilesystem: true }), NVIDIA).readOnlyRoot).toBe(true);
  expect(planOf(PodSecurity.imageUser()).readOnlyRoot).toBe(true);
  expect(planOf(PodSecurity.imageUser(), NVIDIA).readOnlyRoot).toBe(false);
  expect(planOf(PodSecurity.relaxed({ reason: 'profiling' })).readOnlyRoot).toBe(false);
});

test('the user of the image is not named', () => {
  expect(planOf(PodSecurity.imageUser())).toEqual({ mode: 'image-user', readOnlyRoot: true, capabilities: [] });
});

test('a relaxed pod has what it names, and its reason', () => {
  expect(planOf(PodSecurity.relaxed({ reason: 'RDMA', user: 0, capabilities: ['IPC_LOCK'] }))).toEqual({
    mode: 'relaxed',
    user: 0,
    readOnlyRoot: false,
    capabilities: ['IPC_LOCK'],
    reason: 'RDMA',
  });
});

test.each([
  [
    'root in a restricted pod',
    PodSecurity.restricted({ user: 0 }),
    ['user: give the numeric user of the image, or use PodSecurity.relaxed with a reason'],
  ],
  [
    'ids that Linux does not have',
    PodSecurity.restricted({ user: -1, group: 0.5 }),
    ['user: give the numeric id', 'group: give the numeric id'],
  ],
  [
    'capabilities with a prefix and no reason',
    PodSecurity.relaxed({ reason: ' ', capabilities: ['CAP_SYS_ADMIN', 'KILL'] }),
    ['capabilities[0]: write it without CAP_', 'reason: write the reason'],
  ],
])('%s is refused', (_title, security, expected) => {
  expect(faults(security)).toEqual(expected);
});
