import fc from 'fast-check';
import { snippetsIn } from '../contract/support/markdown';
import { call, post } from './support/http';
import { type Applicant, probabilityByHand, type Reference, readReference } from './support/reference';
import { Service, stopAll } from './support/service';

const GOOD: Applicant = { income: 52000, debt: 9000, age: 41, history_score: 780 };
const BAD: Applicant = { income: 24000, debt: 31000, age: 29, history_score: 410 };

let service: Service;
let reference: Reference;

beforeAll(async () => {
  reference = await readReference();
  service = await Service.ready();
});
afterAll(stopAll);

/** Mostly what people earn and owe; sometimes anything that is allowed. */
const money = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 0, max: 150000, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 1e9, noNaN: true }) },
);
const applicants = fc.record({
  income: money,
  debt: money,
  age: fc.integer({ min: 18, max: 120 }),
  history_score: fc.double({ min: 0, max: 1000, noNaN: true }),
});

describe('POST /predict', () => {
  test.each([
    ['approves a steady applicant', GOOD, { default_probability: 0.0335, decision: 'approve' }],
    ['declines an indebted one', BAD, { default_probability: 0.7474, decision: 'decline' }],
  ])('%s', async (_, applicant, expected) => {
    const answer = await post(service.port, applicant);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.json).toEqual(expected);
  });

  test('answers the request of docs/getting-started.md as the page says', async () => {
    const [commands] = snippetsIn('docs/getting-started.md', 'sh');
    const [, body] = /-d '([^']+)'$/.exec(commands.code) ?? [];
    const [{ code: shown }] = snippetsIn('docs/getting-started.md', 'json');
    expect((await post(service.port, JSON.parse(body))).json).toEqual(JSON.parse(shown));
  });

  test('answers what the model gives when its formula is worked out by hand, to four digits', async () => {
    await fc.assert(
      fc.asyncProperty(applicants, async (applicant) => {
        const { default_probability: answered, decision } = (await post(service.port, applicant)).json;
        expect(Math.abs(answered - probabilityByHand(reference, applicant))).toBeLessThanOrEqual(0.00005 + 1e-9);
        expect(Number(answered.toFixed(4))).toBe(answered);
        expect(decision).toBe(answered > 0.3 ? 'decline' : 'approve');
      }),
      { numRuns: 200 },
    );
  });

  test('approves at 0.3 and declines at the next number above it', async () => {
    const atProbability = (wanted: number): Applicant => {
      // The probability falls as the score rises: halve the interval until the score gives the wanted number.
      let [low, high] = [0, 1000];
      for (let step = 0; step < 60; step++) {
        const history_score = (low + high) / 2;
        if (probabilityByHand(reference, { ...GOOD, debt: 60000, history_score }) > wanted) low = history_score;
        else high = history_score;
      }
      return { ...GOOD, debt: 60000, history_score: (low + high) / 2 };
    };
    const answerAt = async (probability: number) => (await post(service.port, atProbability(probability))).json;
    expect(await answerAt(0.29)).toEqual({ default_probability: 0.29, decision: 'approve' });
    expect(await answerAt(0.3)).toEqual({ default_probability: 0.3, decision: 'approve' });
    // Above 0.3, but answered as 0.3: the decision goes with the answer.
    expect(await answerAt(0.30004)).toEqual({ default_probability: 0.3, decision: 'approve' });
    expect(await answerAt(0.30006)).toEqual({ default_probability: 0.3001, decision: 'decline' });
  });

  test('a riskier applicant never gets a lower probability', async () => {
    const probability = async (change: Partial<Applicant>) =>
      (await post(service.port, { ...GOOD, ...change })).json.default_probability;
    const usual = await probability({});
    expect(await probability({ debt: 90000 })).toBeGreaterThan(usual);
    expect(await probability({ history_score: 300 })).toBeGreaterThan(usual);
    expect(await probability({ income: 9000 })).toBeGreaterThan(usual);
  });

  test.each([
    ['no income', { income: 0 }],
    ['no debt', { debt: 0 }],
    ['both at the upper bound', { income: 1e9, debt: 1e9 }],
    ['debt without income', { income: 0, debt: 1e9 }],
    ['the youngest', { age: 18 }],
    ['the oldest', { age: 120 }],
    ['a whole number where a fraction may stand', { history_score: 1000 }],
  ])('takes the edges: %s', async (_, change) => {
    const answer = await post(service.port, { ...GOOD, ...change });
    expect(answer.status).toBe(200);
    expect(answer.json.default_probability).toBeGreaterThanOrEqual(0);
    expect(answer.json.default_probability).toBeLessThanOrEqual(1);
  });
});

/** The body as text, since JSON.stringify cannot write NaN. */
function bodyWith(field: string, value: string): string {
  return JSON.stringify({ ...GOOD, [field]: '@' }).replace('"@"', value);
}

describe('refuses nonsense with 422, names the field, and repeats nothing of the input', () => {
  const huge = '9'.repeat(400); // Too large for a double, and an integer to Python.
  const cases: [field: string, value: string][] = [
    ...['income', 'debt', 'age', 'history_score'].flatMap((field) =>
      ['NaN', 'Infinity', '-Infinity', '1e999', '-1', 'null', 'true', '"41"', '[41]', '{}', huge].map(
        (value) => [field, value] as [string, string],
      ),
    ),
    ['income', '1000000001'],
    ['debt', '1e10'],
    ['age', '17'],
    ['age', '121'],
    ['age', '41.5'],
    ['history_score', '1000.01'],
    ['unknown', '1'],
  ];
  test.each(cases.map(([field, value]) => [field, value.slice(0, 20), value]))('%s: %s', async (field, _, value) => {
    const answer = await call(service.port, { method: 'POST', path: '/predict', body: bodyWith(field, value) });
    expect(answer.status).toBe(422);
    expect(answer.json.detail).toHaveLength(1);
    expect(answer.json.detail[0].loc).toEqual(['body', field]);
    expect(Object.keys(answer.json.detail[0]).sort()).toEqual(['loc', 'msg', 'type']);
  });

  test('all problems at once', async () => {
    const answer = await post(service.port, { age: 'young', debt: -1, x: 1 });
    expect(answer.status).toBe(422);
    const fields = answer.json.detail.map(({ loc }: any) => loc[1]);
    expect(fields.sort()).toEqual(['age', 'debt', 'history_score', 'income', 'x']);
  });

  test.each(['', '[]', '"text"', '7', '{', 'null'])('a body that is no applicant: %j', async (body) => {
    expect((await call(service.port, { method: 'POST', path: '/predict', body })).status).toBe(422);
  });

  test('a body that is not said to be JSON', async () => {
    const answer = await post(service.port, GOOD, { headers: { 'content-type': 'text/plain' } });
    expect(answer.status).toBe(422);
  });

  test('whatever is sent, the answer is a prediction or a 422, never a 5xx', async () => {
    const field = fc.oneof(fc.jsonValue(), fc.double(), fc.integer(), fc.constantFrom('nan', 0, 18, 1000));
    const bodies = fc.oneof(
      fc.json(),
      fc.record({ income: field, debt: field, age: field, history_score: field }).map((body) => JSON.stringify(body)),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const answer = await call(service.port, { method: 'POST', path: '/predict', body });
        expect([200, 422]).toContain(answer.status);
      }),
      { numRuns: 300 },
    );
  });
});

describe('bounds what it reads', () => {
  test('a body over 16 KiB', async () => {
    const answer = await call(service.port, { method: 'POST', path: '/predict', body: ' '.repeat(16 * 1024 + 1) });
    expect(answer.status).toBe(413);
  });

  test('a body of unknown length', async () => {
    const headers = { 'transfer-encoding': 'chunked', 'content-type': 'application/json' };
    const answer = await call(service.port, { method: 'POST', path: '/predict', headers });
    expect(answer.status).toBe(411);
  });

  test.each([
    ['a number of 5,000 digits', `{"income": ${'9'.repeat(5000)}}`],
    ['8,000 nested lists', '['.repeat(8000)],
  ])('%s', async (_, body) => {
    expect((await call(service.port, { method: 'POST', path: '/predict', body })).status).toBe(400);
  });

  test('other methods and paths', async () => {
    expect((await call(service.port, { path: '/predict' })).status).toBe(405);
    expect((await call(service.port, { path: '/admin' })).status).toBe(404);
  });
});

test('the OpenAPI document tells clients the ranges', async () => {
  const { components } = (await call(service.port, { path: '/openapi.json' })).json;
  const { properties, required, additionalProperties } = components.schemas.Application;
  expect(required.sort()).toEqual(['age', 'debt', 'history_score', 'income']);
  expect(additionalProperties).toBe(false);
  expect(properties.age).toMatchObject({ type: 'integer', minimum: 18, maximum: 120 });
  expect(components.schemas.Prediction.properties.decision.enum).toEqual(['approve', 'decline']);
});
