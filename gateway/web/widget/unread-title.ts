/** Says in the tab's title how much was not read yet, and takes that back. */
export class UnreadTitle {
  private plain = "";
  private counted: string | null = null;

  show(count: number): void {
    // The page may have changed its title meanwhile: then there is nothing to take back.
    if (document.title === this.counted) document.title = this.plain;
    this.counted = null;
    if (count === 0) return;
    this.plain = document.title;
    document.title = this.counted = `(${count}) ${this.plain}`;
  }
}
