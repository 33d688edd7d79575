import type { ChatMessage } from "#contract/step-inputs/chat-message.ts";
import { nameOf, smallNumberIn, subjectOf, wishOf } from "./chat-subject.ts";
import { pictureCountOf, sentencesOf, textOf } from "./chat-text.ts";
import { type SeededRandom, seededRandom } from "./media/seeded-random.ts";

/** What an answer goes by. */
type Question = { text: string; subject: string; earlier: string; pictures: number; random: SeededRandom };
type Kind = { fits(question: Question): boolean; answer(question: Question): string };

/**
 * An answer to the last message of the user. There is no language model here: the answer takes up the words and the
 * kind of the question (a summary, a list, a poem, a prompt, a picture to describe), and is the same for the same
 * conversation and seed.
 */
export function answerChat(messages: readonly ChatMessage[], seed: number): string {
  const said = messages.filter(({ role }) => role === "user");
  const last = said.at(-1);
  const text = last ? textOf(last) : "";
  const earlier = said.slice(0, -1).map(textOf).join(" ");
  const question: Question = {
    text,
    subject: subjectOf(text),
    earlier,
    pictures: last ? pictureCountOf(last) : 0,
    random: seededRandom(JSON.stringify(messages), seed),
  };
  const answer = (kinds.find(({ fits }) => fits(question)) ?? fallback).answer(question);
  return isBrief(messages) ? (sentencesOf(answer)[0] ?? answer) : answer;
}

const poem: Kind = {
  fits: ({ text, earlier }) => /haiku|poem|verse/i.test(text) || (/haiku|poem/i.test(earlier) && /\bone\b/i.test(text)),
  answer: ({ subject, random }) => {
    const name = nameOf(subject);
    const [first, second, third] = random.pick([
      [`${name} at first light,`, "a slow wind turns the pages", "and the day begins."],
      [`${name}, half asleep;`, "the whole sky leans in to hear", "what silence will say."],
      [`${name}, far and near,`, "one shadow after the next", "walks home with the sun."],
    ]);
    return `${first}\n${second}\n${third}`;
  },
};

const summary: Kind = {
  fits: ({ text }) => /summar|tl;?dr|in short|shorten|key points/i.test(text),
  answer: ({ text, subject }) => {
    const source = text.includes(":") ? text.slice(text.indexOf(":") + 1) : text;
    const sentences = sentencesOf(source);
    if (sentences.length < 2) return `In short: ${(sentences[0] ?? subject).trim()}`;
    // The first sentence says what a text is about; long ones carry most of the rest.
    const longest = sentences.slice(1).sort((one, other) => other.length - one.length);
    const chosen = new Set([sentences[0], ...longest.slice(0, 2)]);
    return ["In short:", ...sentences.filter((sentence) => chosen.has(sentence)).map((one) => `- ${one}`)].join("\n");
  },
};

const description: Kind = {
  fits: ({ pictures }) => pictures > 0,
  answer: ({ pictures, random }) => {
    const subject = random.pick([
      "a calm open landscape",
      "a single subject near the middle",
      "layered shapes in depth",
    ]);
    const light = random.pick(["warm light from one side", "soft, even light", "a bright sky above a darker ground"]);
    const opening = pictures === 1 ? "The picture shows" : `The first of the ${pictures} pictures shows`;
    return `${opening} ${subject}, with ${light}. The colors are few and well matched. The eye goes to the brightest spot first and from there into the distance.`;
  },
};

const imagePrompt: Kind = {
  fits: ({ text }) => /\bprompt\b/i.test(text),
  answer: ({ subject, random }) => {
    const light = random.pick(["golden hour light", "soft morning mist", "a clear blue evening"]);
    return `${subject}, ${light}, seen from slightly below, rich textures, balanced composition, shallow depth of field`;
  },
};

/** Ten directions that fit whatever is wished for: names, ideas, ways, reasons. */
const directions = [
  "The classic: what most people would expect, done well.",
  "The quiet one: leave out everything that is not needed.",
  "The bold one: take the strongest part and make it the whole.",
  "The warm one: begin with somebody it matters to.",
  "The surprising one: put two things together that are never seen together.",
  "The quick one: whatever can be tried within an hour.",
  "The patient one: small steps, a little every day.",
  "The playful one: make a game of it.",
  "The borrowed one: see how another craft solves the same.",
  "The opposite: ask what would be certain to fail, and turn it round.",
];
const list: Kind = {
  fits: ({ text }) => /\b(list|ideas?|ways|steps|tips|reasons|options|suggest|names?)\b/i.test(text),
  answer: ({ text }) => {
    const items = directions.slice(0, smallNumberIn(text) ?? 5).map((direction, index) => `${index + 1}. ${direction}`);
    return [`Here you are, ${wishOf(text)}:`, ...items].join("\n");
  },
};

const greeting: Kind = {
  fits: ({ text }) => /^\s*(hi|hello|hey|good (morning|evening|day))\b/i.test(text) && text.length < 40,
  answer: () => "Hello! What would you like to make today?",
};

const fallback: Kind = {
  fits: () => true,
  answer: ({ text, random }) => {
    const advice = random.pick([
      "say what you need it for, and check it against one example",
      "separate what is known from what is assumed",
      "begin with the part that is certain, and let the open questions wait",
    ]);
    return `About ${wishOf(text)}: ${advice}. This answer comes from the sandbox, which has no language model; it shows what an answer looks like.`;
  },
};

const kinds: readonly Kind[] = [poem, summary, description, imagePrompt, list, greeting];

function isBrief(messages: readonly ChatMessage[]): boolean {
  return messages.some((message) => message.role === "system" && /one sentence|single sentence/i.test(textOf(message)));
}
