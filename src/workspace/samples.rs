//! The articles that come with the program, so that the first start shows something.

/// File name and contents; see `assets/samples`.
pub(super) const SAMPLES: &[(&str, &str)] = &[
    (
        "2018-04-28-panmunjom.md",
        include_str!("../../assets/samples/2018-04-28-panmunjom.md"),
    ),
    (
        "2018-05-25-cancelled.md",
        include_str!("../../assets/samples/2018-05-25-cancelled.md"),
    ),
    (
        "2018-06-13-singapore.md",
        include_str!("../../assets/samples/2018-06-13-singapore.md"),
    ),
    (
        "2018-06-21-beijing.md",
        include_str!("../../assets/samples/2018-06-21-beijing.md"),
    ),
    (
        "2018-09-21-pyongyang.md",
        include_str!("../../assets/samples/2018-09-21-pyongyang.md"),
    ),
    (
        "2019-03-01-hanoi.md",
        include_str!("../../assets/samples/2019-03-01-hanoi.md"),
    ),
    (
        "2019-04-26-vladivostok.md",
        include_str!("../../assets/samples/2019-04-26-vladivostok.md"),
    ),
    (
        "2022-05-19-nato.md",
        include_str!("../../assets/samples/2022-05-19-nato.md"),
    ),
    (
        "2023-04-05-finland.md",
        include_str!("../../assets/samples/2023-04-05-finland.md"),
    ),
    (
        "2024-03-08-sverige.md",
        include_str!("../../assets/samples/2024-03-08-sverige.md"),
    ),
];
