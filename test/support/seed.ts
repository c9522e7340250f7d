/**
 * Where random tests begin. In CI always at the same place, so that a run there judges the change and not the luck of the day;
 * elsewhere each run tries something new. A failure prints the seed: `TEST_SEED=7 npx jest test/constructs` tries the same again.
 */
export const SEED = Number(process.env.TEST_SEED ?? (process.env.CI ? 1 : Date.now() % 2 ** 31));
