/** Longer texts are lines of prose, which no other document has; labels and numbers come again and again. */
const longest = 60;
const most = 1000;

/** A pure function of a text that remembers what it made of the latest short ones: the same labels are read many times. */
export function remembered<Made>(work: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    if (text.length > longest) return work(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = work(text);
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
