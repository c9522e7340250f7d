/** How many answers are remembered before all of them are forgotten, which bounds the memory. */
const MOST = 4000;

/** The function, with its latest answers remembered: names, keys and quantities come again in thousands of objects. */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined || answers.has(text)) return known as T;
    const answer = compute(text);
    if (answers.size >= MOST) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
