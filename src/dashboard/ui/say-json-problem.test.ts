import { describe, expect, it } from "vitest";
import { sayJsonProblem } from "./say-json-problem.ts";

function problemOf(text: string): string {
  try {
    JSON.parse(text);
  } catch (error) {
    return sayJsonProblem(error, text);
  }
  return "";
}

describe("what is wrong with a text that is no JSON", () => {
  it.each([
    ['{\n  "a": 1\n}oops', "Line 3, column 2: Something stands here after the end of the JSON."],
    ['{\n  "a": 1,\n}', "Line 3, column 1: A name in double quotes belongs here."],
    ["{a: 1}", "Line 1, column 2: A name in double quotes belongs here."],
    ['{"a" 1}', "Line 1, column 6: A colon belongs here."],
    ['{"a": 1 "b"}', "Line 1, column 9: A comma or a closing bracket belongs here."],
    ["[1, 2", "A comma or a closing bracket belongs here."],
    ['"a\nb"', "A text goes over the end of its line"],
    ['{"a":', "It ends before it is whole: a bracket or a quote is open."],
    ["yes", "This is not written as JSON."],
  ])("is said in words, with its place: %s", (text, words) => {
    expect(problemOf(text)).toContain(words);
  });

  it("is said as other browsers tell it", () => {
    const firefox = new SyntaxError(
      "JSON.parse: expected ',' or '}' after property value in object at line 2 column 5",
    );
    expect(sayJsonProblem(firefox, "")).toBe("Line 2, column 5: A comma or a closing bracket belongs here.");
    expect(sayJsonProblem(new SyntaxError("JSON Parse error: Unexpected EOF"), "{")).toContain("It ends before");
  });
});
