import * as fc from 'fast-check';
import { labelValueFault } from '../../lib/internal/names';
import { checkImage, imageVersion, parseImage } from '../../lib/values/image';
import { problemsOf } from './support';

const refusals = (image: string) => problemsOf((check) => checkImage(check, image));
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

test.each([
  'ghcr.io/your-org/churn-predictor:1.0.0',
  'bittusharma/ml-api:v1',
  'python:3.12-slim',
  'localhost:5000/model:1',
  'registry.example.com:5000/a/b/c_d/e-f.g:V1.0_rc-1',
  'Registry.Example.com/model:1',
  '[2001:db8::1]:5000/model:1',
  `nginx@${DIGEST}`,
  `nginx:latest@${DIGEST}`,
  `a/b:1@sha512:${'0'.repeat(128)}`,
  'vllm/vllm-openai:v0.18.0',
  'nvcr.io/nvidia/tritonserver:26.07-py3',
])('%s is accepted', (image) => {
  expect(refusals(image)).toEqual([]);
});

test.each([
  ['', "an image reference, for example 'ghcr.io/your-org/model:1.0.0'", 'name the image'],
  [undefined, "an image reference, for example 'ghcr.io/your-org/model:1.0.0'", 'name the image'],
  [
    'model',
    'a tag or a digest, so that the same manifest means the same image',
    "add the version that you tested, for example 'model:1.0.0'",
  ],
  [
    'localhost:5000/model',
    'a tag or a digest, so that the same manifest means the same image',
    "add the version that you tested, for example 'localhost:5000/model:1.0.0'",
  ],
  [
    'model:latest',
    'a tag that means the same image tomorrow',
    "replace 'latest' by the version that you tested, or add its digest (model@sha256:...)",
  ],
  [
    'tensorflow/tensorflow:latest-gpu',
    'a tag that means the same image tomorrow',
    "replace 'latest-gpu' by the version that you tested, or add its digest (tensorflow/tensorflow@sha256:...)",
  ],
  ['ghcr.io/Your-Org/Model:1', 'a path in lower case', "write 'ghcr.io/your-org/model:1'"],
  ['Model:1', 'a path in lower case', "write 'model:1'"],
  ['https://ghcr.io/your-org/model:1', 'an image reference, not a URL', "leave 'https://' out"],
  ['docker://model:1', 'an image reference, not a URL', "leave 'docker://' out"],
  ['model :1', 'an image reference without spaces', 'take the spaces out'],
  [
    'model:',
    'a tag of at most 128 letters, digits, underscores, dots and hyphens, no dot or hyphen first',
    'write the tag as the registry shows it',
  ],
  [
    `model:${'x'.repeat(129)}`,
    'a tag of at most 128 letters, digits, underscores, dots and hyphens, no dot or hyphen first',
    'write the tag as the registry shows it',
  ],
  [
    'model:1+2',
    'a tag of at most 128 letters, digits, underscores, dots and hyphens, no dot or hyphen first',
    'write the tag as the registry shows it',
  ],
  ['model@sha256:abc', "a digest: 'sha256:' and 64 hex digits in lower case", 'copy the whole digest'],
  [`model@${DIGEST.toUpperCase()}`, "a digest: 'sha256:' and 64 hex digits in lower case", 'copy the whole digest'],
  [`${'a'.repeat(256)}:1`, 'a name of at most 255 characters', 'shorten it'],
  [
    'a//b:1',
    'registry/path:tag, the path in lower case letters, digits and single separators',
    'write the reference as `docker pull` takes it',
  ],
  [
    'a/-b:1',
    'registry/path:tag, the path in lower case letters, digits and single separators',
    'write the reference as `docker pull` takes it',
  ],
  [
    'a___b:1',
    'registry/path:tag, the path in lower case letters, digits and single separators',
    'write the reference as `docker pull` takes it',
  ],
])('%s is refused', (image, expected, fix) => {
  expect(refusals(image as string).map((one) => [one.expected, one.fix])).toEqual([[expected, fix]]);
});

test.each([
  ['ghcr.io/your-org/churn-predictor:1.0.0', '1.0.0'],
  ['localhost:5000/model', undefined],
  [`model:2.1@${DIGEST}`, '2.1'],
  [`model@${DIGEST}`, undefined],
  // legal as a tag, not as a label
  ['model:1.0.', undefined],
  ['model:_1', undefined],
  [`model:${'1'.repeat(64)}`, undefined],
])('the version of %s is %s', (image, version) => {
  expect(imageVersion(image)).toBe(version);
});

const part = fc.stringMatching(/^[a-z0-9]{1,8}((\.|_|__|-{1,3})[a-z0-9]{1,8}){0,2}$/);
const host = fc.stringMatching(/^[a-zA-Z0-9]{1,8}(\.[a-z]{2,5}){1,2}(:[0-9]{1,5})?$/);
const tag = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,20}$/).filter((text) => !text.includes('latest'));
const reference = fc.record({
  host: fc.option(host, { nil: undefined }),
  path: fc.array(part, { minLength: 1, maxLength: 4 }),
  tag: fc.option(tag, { nil: undefined }),
  digest: fc.option(fc.constant(DIGEST), { nil: undefined }),
});

test('any reference of the grammar is taken apart as it was put together, and accepted where it is pinned', () => {
  fc.assert(
    fc.property(reference, (made) => {
      const name = [made.host, ...made.path].filter(Boolean).join('/');
      const image = name + (made.tag ? `:${made.tag}` : '') + (made.digest ? `@${made.digest}` : '');
      expect(parseImage(image)).toEqual({ name, tag: made.tag, digest: made.digest });
      expect(refusals(image)).toHaveLength(made.tag || made.digest ? 0 : 1);
    }),
  );
});

test('a version is always legal as a label', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 90 }), (text) => {
      const version = imageVersion(`model:${text}`);
      expect(version === undefined || labelValueFault(version) === undefined).toBe(true);
    }),
  );
});

test('whatever is written, there is one answer', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(refusals(text).length).toBeLessThanOrEqual(1);
    }),
  );
});
