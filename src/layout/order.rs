//! The order of tracks that makes the lines of meetings short.

use super::Roll;
use crate::chronology::{Chronology, PersonId};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// Suggests tracks and their order: the leaders of events, so that the lines of their meetings are short.
pub fn order_tracks(chronology: &Chronology, roll: &Roll) -> Vec<PersonId> {
    let is_leader = |id: &PersonId| chronology.person(id).is_some_and(|person| person.leader);
    let takes_part =
        |person: &u32| roll.count(*person) > 0 && is_leader(&roll.persons()[*person as usize]);
    let mut persons: Vec<u32> = (0..roll.persons().len() as u32)
        .filter(takes_part)
        .collect();
    persons.sort_by_key(|&person| Reverse(roll.count(person)));
    let mut places = vec![None; roll.persons().len()];
    for (place, person) in persons.iter().enumerate() {
        places[*person as usize] = Some(place);
    }
    let mut shared: FxHashMap<(usize, usize), f64> = FxHashMap::default();
    for number in 0..roll.len() as u32 {
        let who = roll.who(number);
        for (n, a) in who.iter().enumerate() {
            for b in &who[n + 1..] {
                if let (Some(a), Some(b)) = (places[*a as usize], places[*b as usize]) {
                    *shared.entry((a.min(b), a.max(b))).or_default() += 1.0;
                }
            }
        }
    }
    let ids: Vec<&PersonId> = persons
        .iter()
        .map(|one| &roll.persons()[*one as usize])
        .collect();
    let weight = |a: usize, b: usize| shared.get(&(a.min(b), a.max(b))).copied().unwrap_or(0.0);
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
    let mut places = places(order);
    for _ in 0..ROUNDS {
        let mut is_shorter = false;
        for a in 0..order.len() {
            for b in a + 1..order.len().min(a + FAR) {
                if gain(order[a], order[b], &places, links) > 1e-9 {
                    order.swap(a, b);
                    places.swap(order[a], order[b]);
                    is_shorter = true;
                }
            }
        }
        if !is_shorter {
            break;
        }
    }
}

/// How much shorter the links become when two tracks change places.
fn gain(a: usize, b: usize, places: &[usize], links: &[Vec<(usize, f64)>]) -> f64 {
    let sum = |of: usize, at: usize, other: usize| -> f64 {
        let others = links[of].iter().filter(|link| link.0 != other);
        others
            .map(|&(to, weight)| weight * places[to].abs_diff(at) as f64)
            .sum()
    };
    let (at_a, at_b) = (places[a], places[b]);
    sum(a, at_a, b) + sum(b, at_b, a) - sum(a, at_b, b) - sum(b, at_a, a)
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
