// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { BlobFrame } from "./blob-frame.tsx";

const frame = (id: string) =>
  render(
    <BlobFrame
      blob={{ id, available: true, url: `https://example.test/${id}`, nsfwLevel: "pg" }}
      medium={undefined}
      hideMature={false}
      allowMatureContent={false}
      label="tune, model"
    />,
  );

describe("a frame whose medium nobody knows", () => {
  it("shows a sign for a file that is no picture by its name", () => {
    frame("JNFDW54J.safetensors");
    expect(screen.getByText("File")).toBeTruthy();
    expect(screen.queryByRole("img", { name: "tune, model" })).toBeNull();
  });

  it("tries a picture where the name says nothing", () => {
    frame("JNFDW54J");
    expect(screen.getByRole("img", { name: "tune, model" })).toBeTruthy();
  });
});
