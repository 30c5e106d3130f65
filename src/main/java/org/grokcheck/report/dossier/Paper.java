package org.grokcheck.report.dossier;

import java.util.Locale;

/** The papers, as their title pages name them. */
enum Paper {
  BECK(
      "Grokking at the Edge of Linear Separability",
      "Alon Beck, Noam Levi, Yohai Bar-Sinai",
      "2410.04489"),
  KUMAR(
      "Grokking as the Transition from Lazy to Rich Training Dynamics",
      "Tanishq Kumar, Blake Bordelon, Samuel J. Gershman, Cengiz Pehlevan",
      "2310.06110"),
  NOTSAWO(
      "Predicting Grokking Long Before it Happens: A Look into the Loss Landscape of Models which"
          + " Grok",
      "Pascal Jr. Tikeng Notsawo, Hattie Zhou, Mohammad Pezeshki, Irina Rish, Guillaume Dumas",
      "2306.13253"),
  OMNIGROK(
      "Omnigrok: Grokking Beyond Algorithmic Data",
      "Ziming Liu, Eric J. Michaud, Max Tegmark",
      "2210.01117");

  private final String title;
  private final String authors;
  private final String arxiv;

  Paper(String title, String authors, String arxiv) {
    this.title = title;
    this.authors = authors;
    this.arxiv = arxiv;
  }

  /** The short name in claim ids. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String title() {
    return title;
  }

  String authors() {
    return authors;
  }

  String arxiv() {
    return arxiv;
  }
}
