package vail.browser;

/** Whether texts stand out from what is behind them, as the guidelines for access count it. */
final class Contrast {
  private static final String LEAST = "4.5";

  /** A script that lists the texts that do not. */
  static final String TOO_LOW =
      """
      () => {
        const parts = colour => colour.match(/[0-9.]+/g).map(Number);
        const light = ([r, g, b]) => [r, g, b]
          .map(c => c / 255)
          .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
          .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
        const behind = element => {
          for (let at = element; at; at = at.parentElement) {
            const colour = parts(getComputedStyle(at).backgroundColor);
            if (colour.length < 4 || colour[3] > 0) return colour;
          }
          return [255, 255, 255];
        };
        const low = new Set();
        for (const element of document.querySelectorAll('body *')) {
          const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
          if (!own || element.closest('svg, noscript, datalist, option, .skip') || !element.checkVisibility()) continue;
          const style = getComputedStyle(element);
          const pair = [light(parts(style.color)), light(behind(element))].sort((a, b) => b - a);
          const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
          if (ratio < LEAST && !element.disabled) low.add(element.tagName + ' ' + element.className + ' ' + ratio.toFixed(2));
        }
        return [...low];
      }
      """
          .replace("LEAST", LEAST);

  private Contrast() {}
}
