/**
 * Whether a tool or data that is missing is a failure: where CI is set. The machines of GitHub are an exception: they have
 * neither the schemas of Kubernetes beside the repository nor the right to mount; there such tests are left out, as on a
 * developer's machine.
 */
export const NOTHING_MAY_BE_MISSING = !['', 'false'].includes(process.env.CI ?? '') && !process.env.GITHUB_ACTIONS;
