//! The order of tracks that makes the lines of meetings short.

use crate::chronology::{Chronology, PersonId};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Suggests tracks and their order: the leaders of events, so that the lines of their meetings are short.
pub fn order_tracks(chronology: &Chronology) -> Vec<PersonId> {
    let mut counts: BTreeMap<&PersonId, usize> = BTreeMap::new();
    let mut shared: BTreeMap<(&PersonId, &PersonId), f64> = BTreeMap::new();
    for event in chronology.events() {
        for a in &event.participants {
            *counts.entry(a).or_default() += 1;
            for b in event.participants.iter().filter(|b| *b > a) {
                *shared.entry((a, b)).or_default() += 1.0;
            }
        }
    }
    let is_leader = |id: &PersonId| chronology.person(id).is_some_and(|person| person.leader);
    let mut order: Vec<(&PersonId, usize)> =
        counts.into_iter().filter(|(id, _)| is_leader(id)).collect();
    order.sort_by_key(|&(_, count)| Reverse(count));
    let ids: Vec<&PersonId> = order.into_iter().map(|(id, _)| id).collect();
    let weight = |a: usize, b: usize| {
        let pair = (ids[a].min(ids[b]), ids[a].max(ids[b]));
        shared.get(&pair).copied().unwrap_or(0.0)
    };
    let links: Vec<Vec<(usize, f64)>> = (0..ids.len())
        .map(|a| {
            let others = (0..ids.len()).filter(|&b| b != a);
            others
                .map(|b| (b, weight(a, b)))
                .filter(|l| l.1 > 0.0)
                .collect()
        })
        .collect();
    shortest(&links)
        .into_iter()
        .map(|i| ids[i].clone())
        .collect()
}

/// The order of tracks that makes the sum of their links short: by barycentre, then by swaps.
fn shortest(links: &[Vec<(usize, f64)>]) -> Vec<usize> {
    const ROUNDS: usize = 8;
    let mut best: Vec<usize> = (0..links.len()).collect();
    let mut order = best.clone();
    for _ in 0..ROUNDS {
        let places = places(&order);
        let barycentre = |a: usize| {
            let weight: f64 = links[a].iter().map(|l| l.1).sum();
            let sum: f64 = links[a].iter().map(|l| l.1 * places[l.0] as f64).sum();
            if weight > 0.0 {
                sum / weight
            } else {
                links.len() as f64
            }
        };
        order.sort_by(|&a, &b| barycentre(a).total_cmp(&barycentre(b)));
        if length(&order, links) < length(&best, links) {
            best.clone_from(&order);
        }
    }
    swap_while_shorter(&mut best, links);
    best
}

fn swap_while_shorter(order: &mut [usize], links: &[Vec<(usize, f64)>]) {
    const FAR: usize = 40;
    const ROUNDS: usize = 20;
    let mut reached = length(order, links);
    for _ in 0..ROUNDS {
        let before = reached;
        for a in 0..order.len() {
            for b in a + 1..order.len().min(a + FAR) {
                order.swap(a, b);
                let now = length(order, links);
                if now < reached {
                    reached = now;
                } else {
                    order.swap(a, b);
                }
            }
        }
        if reached >= before {
            break;
        }
    }
}

fn places(order: &[usize]) -> Vec<usize> {
    let mut places = vec![0; order.len()];
    for (place, &a) in order.iter().enumerate() {
        places[a] = place;
    }
    places
}

fn length(order: &[usize], links: &[Vec<(usize, f64)>]) -> f64 {
    let places = places(order);
    let of = |a: usize| -> f64 {
        let far = |b: usize| places[a].abs_diff(places[b]) as f64;
        links[a].iter().map(|&(b, weight)| weight * far(b)).sum()
    };
    (0..links.len()).map(of).sum()
}
