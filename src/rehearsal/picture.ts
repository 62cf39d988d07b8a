/** A photograph of a page, as somebody in the story takes it. */
import { createCanvas } from "@napi-rs/canvas";

/** A JPEG: lines of writing on a sheet, and two signatures. */
export async function pageTaken(): Promise<Buffer> {
  const canvas = createCanvas(1280, 960);
  const paper = canvas.getContext("2d");
  paper.fillStyle = "#8a7a66";
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.fillStyle = "#fbfaf5";
  paper.fillRect(220, 60, 840, 840);
  paper.fillStyle = "#555555";
  for (let line = 0; line < 14; line++) paper.fillRect(300, 140 + line * 38, 680 - (line % 4) * 60, 10);
  paper.strokeStyle = "#1f3f8f";
  paper.lineWidth = 6;
  for (const left of [320, 720]) {
    paper.beginPath();
    paper.moveTo(left, 800);
    paper.bezierCurveTo(left + 60, 700, left + 90, 880, left + 220, 760);
    paper.stroke();
  }
  return canvas.encode("jpeg", 85);
}
