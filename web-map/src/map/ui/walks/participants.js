/** Who walks, one group a line: “Boende: 8”. Never names of persons. Pure functions. */

export function participantLines(participants) {
  return participants.map(({ organisation, number }) => `${organisation}: ${number}`).join('\n');
}

/** The groups of the lines; null when a line has no number. */
export function readParticipants(text) {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
  const read = lines.map((line) => /^(.+?)[:\s]+(\d{1,3})$/.exec(line)).map((found) => found && { organisation: found[1].trim(), number: Number(found[2]) });
  return read.every((group) => group && group.number > 0) ? read : null;
}
