/** What just happened, for people who do not see it: one sentence in a live region. */
class Announcer {
  sentence = $state('')

  say(sentence: string): void {
    // The same words twice are news twice: a space makes them another text.
    this.sentence = this.sentence === sentence ? `${sentence} ` : sentence
  }
}

/** The one of this window. */
export const announcer = new Announcer()
