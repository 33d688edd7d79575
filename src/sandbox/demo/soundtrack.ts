import { flux, from, sing, speak, transcode, transcribe, upscaleVideo, wan } from "./demo-steps.ts";
import { story } from "./story.ts";

const sound = (...more: string[]) => ["film-teaser", "sound", ...more];
const project = { project: "The Salt Road", director: "M. Aksnes" };

/** Voice, music and mastering for the teaser. */
export const soundtrack = [
  story(
    17.2,
    "Voice-over: opening",
    sound("voice"),
    [
      speak("They say the lake remembers every step. Tonight, it will have to carry one more.", "uncle_fu"),
      transcribe(),
    ],
    { metadata: { ...project, scene: 1 } },
  ),
  story(
    15.8,
    "Voice-over: opening, other voice",
    sound("voice", "draft"),
    [speak("They say the lake remembers every step. Tonight, it will have to carry one more.", "serena")],
    { metadata: { ...project, scene: 1 } },
  ),
  story(
    10.1,
    "Score: under the ice",
    sound("score"),
    [sing("Slow ambient score, low strings and pad, no drums", "", { duration: 24, bpm: 60, key: "D minor" })],
    { metadata: project },
  ),
  story(
    4.2,
    "Song for the credits, with cover",
    sound("score", "final"),
    [
      flux("Album cover: a lantern on black ice, salt crystals, minimal", 1, [512, 512]),
      sing(
        "Northern folk song with a woman's voice, drums and plucked strings",
        "[Verse]\nSalt in my hands and a light on the shore\n[Chorus]\nCarry me, carry me over the floor",
        { duration: 10, bpm: 92, key: "A minor", cover: { imageUrl: from("generate") } },
      ),
    ],
    { metadata: project },
  ),
  story(
    2.9,
    "Clip: lantern, small and enlarged",
    ["film-teaser", "clip", "final"],
    [wan("A lantern swings above black ice, square, slow", undefined, "1:1"), transcode(160), upscaleVideo()],
    { metadata: { ...project, scene: 9 } },
  ),
];
